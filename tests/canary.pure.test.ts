import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Canary } from '#tests/canary.ts';

const TYPED = ' Canary+Zq7vKd0x@Marked-Example.org ';
const ADDRESS = 'canary+zq7vkd0x@marked-example.org';
const canary = new Canary(TYPED, { index: 'ab12'.repeat(16) });

function hash(algorithm: string, encoding: 'hex' | 'base64' | 'base64url', text = ADDRESS): string {
  return createHash(algorithm).update(text).digest(encoding);
}

const percent = [...Buffer.from(ADDRESS)].map((byte) => `%${byte.toString(16)}`).join('');

test.each<[string, string | Buffer]>([
  ['as it was typed', TYPED],
  ['normalized', ADDRESS],
  ['in capitals', ADDRESS.toUpperCase()],
  ['its first part alone', 'canary+zq7vkd0x'],
  ['in hex', Buffer.from(ADDRESS).toString('hex')],
  ['in upper-case hex', Buffer.from(ADDRESS).toString('hex').toUpperCase()],
  ['URL-encoded', encodeURIComponent(ADDRESS)],
  ['URL-encoded throughout', percent],
  ['quoted-printable', 'canary+zq7vkd0x=40marked-example.org'],
  ['with an entity', 'canary+zq7vkd0x&#64;marked-example.org'],
  ['escaped in JSON', 'canary+zq7vkd0x\\u0040marked-example.org'],
  ['in UTF-16', Buffer.from(ADDRESS, 'utf16le')],
  ['backwards', [...ADDRESS].reverse().join('')],
  ['as Gravatar has it', `//gravatar.com/avatar/${hash('md5', 'hex')}?s=80`],
  ['md5 of what was typed', hash('md5', 'hex', TYPED)],
  ['sha1', hash('sha1', 'hex')],
  ['sha256', hash('sha256', 'hex')],
  ['sha256 with a line end', hash('sha256', 'hex', `${ADDRESS}\n`)],
  ['sha512 in capitals', hash('sha512', 'hex').toUpperCase()],
  ['sha256 in base64', hash('sha256', 'base64')],
  ['sha512 in base64url', hash('sha512', 'base64url')],
  ['raw sha1', createHash('sha1').update(ADDRESS).digest()],
  ['its index', 'ab12'.repeat(16)],
  ['its raw index', Buffer.from('ab12'.repeat(16), 'hex')],
])('the canary is seen %s, wherever it stands in noise', (_, leak) => {
  for (let before = 0; before < 4; before += 1) {
    const noise = Buffer.concat([randomBytes(997 + before), Buffer.from(leak), randomBytes(500)]);
    expect(canary.find(noise)).not.toEqual([]);
  }
});

test('it is seen inside of anything in base64, at any place', () => {
  for (const encoding of ['base64', 'base64url'] as const) {
    for (let before = 0; before < 12; before += 1) {
      for (let behind = 0; behind < 4; behind += 1) {
        const parts = [randomBytes(before), Buffer.from(ADDRESS), randomBytes(behind)];
        expect(canary.find(Buffer.concat(parts).toString(encoding))).not.toEqual([]);
      }
    }
  }
});

test('it is not seen where it is not', () => {
  expect(canary.find(randomBytes(2_000_000))).toEqual([]);
  expect(canary.find('someone@marked-example.org wrote to the canary islands')).toEqual([]);
  expect(canary.find(hash('sha256', 'hex', 'other@marked-example.org'))).toEqual([]);
});
