import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { env } from '#lib/env.ts';
import { storage } from '#lib/storage.ts';

let server: InstanceType<typeof S3rver>;
let host: string;

beforeAll(async () => {
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: mkdtempSync(join(inject('workplace'), 's3-')),
    configureBuckets: [{ name: 'pictures', configs: [] }],
  });
  const { port } = await server.run();
  host = `127.0.0.1:${port}`;
  use('S3RVER:S3RVER', 'pictures');
});

afterEach(() => use('S3RVER:S3RVER', 'pictures'));

afterAll(async () => {
  delete process.env.S3_URL;
  await server.close();
});

/** The only key pair that the server knows is S3RVER, S3RVER. */
function use(who: string, path: string): void {
  process.env.S3_URL = `http://${who}@${host}/${path}?region=eu-central-1`;
}

test('what was put into the bucket is what one gets, and after deleting it is gone', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 256));
  await storage().put('originals/abc', bytes);
  expect((await storage().get('originals/abc'))?.equals(bytes)).toBe(true);
  await storage().put('originals/abc', Buffer.from('two'));
  expect((await storage().get('originals/abc'))?.toString()).toBe('two');
  await storage().delete('originals/abc');
  expect(await storage().get('originals/abc')).toBeNull();
  await storage().delete('originals/abc');
});

test('what was never there is missing, and nothing else is taken for that', async () => {
  expect(await storage().get('renditions/none/320.webp')).toBeNull();
  use('S3RVER:S3RVER', 'no-such-bucket');
  await expect(storage().get('a')).rejects.toThrow('404 NoSuchBucket');
  await expect(storage().put('a', Buffer.from('1'))).rejects.toThrow('404 NoSuchBucket');
});

test('a folder of a bucket is a place of its own', async () => {
  await storage().put('a', Buffer.from('in the bucket'));
  use('S3RVER:S3RVER', 'pictures/newsroom');
  expect(await storage().get('a')).toBeNull();
  await storage().put('a', Buffer.from('in the folder'));
  use('S3RVER:S3RVER', 'pictures');
  expect((await storage().get('a'))?.toString()).toBe('in the bucket');
  expect((await storage().get('newsroom/a'))?.toString()).toBe('in the folder');
});

test('requests are signed: a wrong secret is refused, and what is said of that holds no secret', async () => {
  use('S3RVER:WRONG-SECRET', 'pictures');
  const refused = await storage()
    .put('a', Buffer.from('1'))
    .then(() => '', String);
  expect(refused).toContain('403 SignatureDoesNotMatch');
  expect(refused).not.toContain('SECRET');
});

test.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', '.hidden', 'a?x=1', 'a#b', ''])(
  'a key that means something else in an address never gets there: %j',
  async (key) => {
    await expect(storage().get(key)).rejects.toThrow('not a key');
    await expect(storage().put(key, Buffer.alloc(1))).rejects.toThrow('not a key');
  },
);

test.each([
  'ftp://k:s@host/bucket',
  'https://host/bucket',
  'https://k:s@host/',
  'bucket',
  'https://k@h/b',
])('an S3_URL that cannot work is refused at the start, without being repeated: %s', (url) => {
  process.env.S3_URL = url;
  expect(() => env()).toThrow('S3_URL: must be like https://KEY:SECRET@host/bucket');
});
