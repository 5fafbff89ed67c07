import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { env } from '#lib/env.ts';
import { storage } from '#lib/storage.ts';

test('what was put is what one gets, and after deleting it is gone', async () => {
  await storage().put('originals/abc', Buffer.from('one'));
  await storage().put('originals/abc', Buffer.from('two'));
  expect((await storage().get('originals/abc'))?.toString()).toBe('two');
  await storage().delete('originals/abc');
  expect(await storage().get('originals/abc')).toBeNull();
  await storage().delete('originals/abc');
});

test('nothing unfinished is left beside a file', async () => {
  await storage().put('tidy/a', Buffer.from('1'));
  await expect(storage().put('tidy/a/b', Buffer.from('2'))).rejects.toThrow();
  expect(readdirSync(join(env().dataDir, 'media', 'tidy'))).toEqual(['a']);
});

test.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', '.hidden', 'a/.b', '', 'A\\b', 'a\u0000b'])(
  'a key that could leave the folder is refused: %j',
  async (key) => {
    await expect(storage().get(key)).rejects.toThrow('not a key');
    await expect(storage().put(key, Buffer.alloc(1))).rejects.toThrow('not a key');
    await expect(storage().delete(key)).rejects.toThrow('not a key');
  },
);
