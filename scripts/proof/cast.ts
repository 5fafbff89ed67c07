import { createHash } from 'node:crypto';

/**
 * Of each of the two sites: how the addresses there look. They have nothing in common, not their length,
 * not their letters, and not their order.
 */
export const KINDS: readonly [readonly string[], readonly string[]] = [
  ['r{n}@one.example', 'reader-{n}@one.example', 'ann.{n}@mail.example'],
  [
    'zz-a-much-longer-name.with+tag-{n}@somewhere-else.example.org',
    'größer.als-alle-anderen.{n}@почта.example.net',
    '読者{n}@例え.example.com',
  ],
];

/** Numbers that nobody of a copy has: its own people are counted from 0. */
const FIRST = 900_000;

/** Somebody who writes on both sites, at each from an address and a network of its own. */
export type Person = {
  addresses: readonly [string, string];
  networks: readonly [string, string];
};

export function person(n: number): Person {
  const at = (side: 0 | 1) => {
    const kinds = KINDS[side];
    return (kinds[n % kinds.length] ?? '').replaceAll('{n}', String(FIRST + n));
  };
  return {
    addresses: [at(0), at(1)],
    networks: [`192.0.2.${n + 1}`, `2001:db8:${(n + 1).toString(16)}::1`],
  };
}

/** A person of one site and a person of the other, as if they were the same. */
export function crossed(one: Person, other: Person): Person {
  return {
    addresses: [one.addresses[0], other.addresses[1]],
    networks: [one.networks[0], other.networks[1]],
  };
}

/** Pieces of an address, and what somebody might have made of it, to look for. */
export function fragmentsOf(address: string): string[] {
  const [local = '', domain = ''] = address.split('@');
  const hash = (algorithm: string) => createHash(algorithm).update(address).digest('hex');
  return [
    address,
    local,
    domain,
    local.slice(0, 5),
    hash('md5'),
    hash('sha256'),
    Buffer.from(address).toString('base64url'),
  ];
}
