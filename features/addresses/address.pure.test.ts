import { inspect } from 'node:util';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Address, indexUnder, isAtThrowAway, sealedFor } from '#features/addresses/address.ts';
import { opened as openedBy } from '#features/addresses/internal/opening.ts';
import { makeMailerKeys } from '#lib/mailer-keys.ts';
import { publicKey } from '#lib/mailer-public.ts';

const INDEX_KEY = Buffer.alloc(32, 7);

beforeAll(makeMailerKeys);

function seal(address: Address): Promise<Buffer> {
  return sealedFor(publicKey().key, address);
}

function opened(sealed: Buffer): Promise<string> {
  return openedBy(sealed, publicKey().version);
}

function blindIndex(address: Address): string {
  return indexUnder(INDEX_KEY, address);
}

function address(typed: string): Address {
  const parsed = Address.parse(typed);
  if (!parsed) throw new Error(`no address: ${typed}`);
  return parsed;
}

test('whatever prints an address prints [hidden]', () => {
  const secret = address('anna@example.com');
  const printed = [
    String(secret),
    `${secret}`,
    `${secret as unknown as string}`.concat(secret as unknown as string),
    secret.toString(),
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: { in: [secret] } }, { depth: 9, showHidden: true, getters: true }),
    Object.entries(secret).join(),
    JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
    inspect(new Error('failed', { cause: secret })),
    JSON.stringify(structuredClone({ ...secret })),
    [secret].join(),
  ].join('\n');
  expect(printed).toContain('[hidden]');
  expect(printed).not.toMatch(/anna|example/i);
});

test.each([
  ['  Anna@Example.COM ', 'anna@example.com'],
  ['ANNA.lena+news@example.com', 'anna.lena+news@example.com'],
  ['анна@пример.рф', 'анна@xn--e1afmkfd.xn--p1ai'],
  ['jose\u0301@example.com', 'jos\u00e9@example.com'],
  ['a@München.example', 'a@xn--mnchen-3ya.example'],
  ["o'neil@mail.example.co", "o'neil@mail.example.co"],
])('%j is sealed as %j', async (typed, normalized) => {
  expect(await opened(await seal(address(typed)))).toBe(normalized);
  expect(blindIndex(address(typed))).toBe(blindIndex(address(normalized)));
});

test.each([
  '',
  'anna',
  'anna@',
  '@example.com',
  'anna@example',
  'anna@@example.com',
  'anna lena@example.com',
  'anna@exam ple.com',
  'anna@example..com',
  '.anna@example.com',
  'anna.@example.com',
  'anna@-example.com',
  'anna@example.com\nBcc: all@example.com',
  '<anna@example.com>',
  'Anna <anna@example.com>',
  'anna@127.0.0.1',
  'anna@[127.0.0.1]',
  'anna@ex%61mple.com',
  '"anna"@example.com',
  'anna@example.com, lena@example.com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.com`,
  'a\u0000b@example.com',
])('%j is no address', (typed) => {
  expect(Address.parse(typed)).toBeNull();
});

test('no typed text makes the parser throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (typed) => {
      Address.parse(typed);
    }),
  );
});

test('sealing twice gives two texts of one length, whatever the address', async () => {
  const short = await seal(address('a@b.co'));
  const again = await seal(address('a@b.co'));
  const long = await seal(address(`${'a'.repeat(60)}@${'b'.repeat(60)}.example.com`));
  expect(short.equals(again)).toBe(false);
  expect(long.length).toBe(short.length);
  expect(short.includes('a@b.co')).toBe(false);
});

test('a sealed address that was tampered with cannot be opened', async () => {
  const sealed = await seal(address('anna@example.com'));
  sealed[40] = (sealed[40] ?? 0) ^ 1;
  await expect(opened(sealed)).rejects.toThrow();
});

test('the index is not a hash that anybody could compute', async () => {
  const { createHash } = await import('node:crypto');
  const index = blindIndex(address('anna@example.com'));
  for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
    expect(createHash(algorithm).update('anna@example.com').digest('hex')).not.toContain(index);
  }
  expect(index).toBe(blindIndex(address('anna@example.com')));
  expect(index).not.toBe(blindIndex(address('anna@example.org')));
});

test('under another key the same address has another index', () => {
  const anna = address('anna@example.com');
  expect(indexUnder(Buffer.alloc(32, 8), anna)).not.toBe(blindIndex(anna));
});

test.each([
  ['anna@mailinator.com', true],
  ['anna@sub.mailinator.com', true],
  ['Anna@MAILINATOR.com', true],
  ['mailinator.com@example.com', false],
  ['anna@not-mailinator.example', false],
  ['anna@gmail.com', false],
])('of %s only this is told: %s', (typed, expected) => {
  expect(isAtThrowAway(address(typed))).toBe(expected);
});
