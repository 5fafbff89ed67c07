import { createHash } from 'node:crypto';

type Needle = { name: string; bytes: Buffer; anyCase: boolean };

const HASHES = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const;

/**
 * A marked address, and a search for it in whatever bytes there are: as it was typed or normalized, in
 * the usual encodings, and as a hash, which is as good as the address to whoever has a list of them.
 */
export class Canary {
  readonly #needles: readonly Needle[];

  /** `secrets` are other texts that may not be seen, such as the address's index. */
  constructor(address: string, secrets: Record<string, string> = {}) {
    const spellings = new Set([address, address.trim(), address.trim().toLowerCase()]);
    const local = address.trim().slice(0, address.trim().lastIndexOf('@'));
    this.#needles = [
      ...[...spellings, local].flatMap(encodings),
      ...[...spellings].flatMap((spelling) => hashes(spelling)),
      ...Object.entries(secrets).flatMap(([name, secret]) => [
        { name, bytes: Buffer.from(secret), anyCase: true },
        { name: `${name}, raw`, bytes: Buffer.from(secret, 'hex'), anyCase: false },
      ]),
    ].filter((needle) => needle.bytes.length >= 8);
  }

  /** The names of all the forms in which it is in there. */
  find(haystack: Uint8Array | string): string[] {
    const bytes = Buffer.from(haystack);
    const lower = lowerCase(bytes);
    const found = this.#needles.filter((needle) =>
      needle.anyCase ? lower.includes(lowerCase(needle.bytes)) : bytes.includes(needle.bytes),
    );
    return [...new Set(found.map((needle) => needle.name))];
  }
}

function lowerCase(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
}

function encodings(text: string): Needle[] {
  const bytes = Buffer.from(text);
  const each = (mark: (byte: number) => string) => [...bytes].map(mark).join('');
  const hex = (byte: number) => byte.toString(16).padStart(2, '0');
  const anyCase = (name: string, said: string): Needle => ({
    name,
    bytes: Buffer.from(said),
    anyCase: true,
  });
  return [
    anyCase('plain', text),
    anyCase('hex', bytes.toString('hex')),
    anyCase('URL-encoded', encodeURIComponent(text)),
    anyCase(
      'URL-encoded throughout',
      each((byte) => `%${hex(byte)}`),
    ),
    anyCase('quoted-printable', text.replace('@', '=40')),
    anyCase(
      'quoted-printable throughout',
      each((byte) => `=${hex(byte)}`),
    ),
    anyCase('HTML entities', text.replace('@', '&#64;')),
    anyCase('HTML entities in hex', text.replace('@', '&#x40;')),
    anyCase('JSON escape', text.replace('@', '\\u0040')),
    anyCase('backwards', [...text].reverse().join('')),
    { name: 'UTF-16', bytes: Buffer.from(text, 'utf16le'), anyCase: true },
    ...inBase64(bytes, 'base64'),
    ...inBase64(bytes, 'base64url'),
  ];
}

/** What surely stands in the base64 of any text that has these bytes, wherever in it they begin. */
function inBase64(bytes: Buffer, encoding: 'base64' | 'base64url'): Needle[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString(encoding);
    const first = shift === 0 ? 0 : shift + 1;
    const last = Math.floor(((shift + bytes.length) * 8) / 6);
    const certain = whole.slice(first, last);
    return { name: `${encoding} at ${shift}`, bytes: Buffer.from(certain), anyCase: false };
  });
}

function hashes(text: string): Needle[] {
  return HASHES.flatMap((algorithm) =>
    [text, `${text}\n`, `mailto:${text}`].flatMap((hashed): Needle[] => {
      const digest = createHash(algorithm).update(hashed).digest();
      const exact = (name: string, bytes: Buffer) => ({ name, bytes, anyCase: false });
      const bare = digest.toString('base64').replace(/=+$/, '');
      return [
        { name: `${algorithm} in hex`, bytes: Buffer.from(digest.toString('hex')), anyCase: true },
        exact(`${algorithm} in base64`, Buffer.from(bare)),
        exact(`${algorithm} in base64url`, Buffer.from(digest.toString('base64url'))),
        exact(`${algorithm}, raw`, digest),
      ];
    }),
  );
}
