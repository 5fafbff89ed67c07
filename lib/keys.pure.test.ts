import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, inject, test } from 'vitest';
import { OperatorError } from '#lib/errors.ts';
import { keyFor } from '#lib/keys.ts';

let keys: string;

beforeEach(() => {
  process.env.DATA_DIR = mkdtempSync(join(inject('workplace'), 'keys-'));
  keys = join(process.env.DATA_DIR, 'keys');
});

test('a key is made once, is as long as it should be, and only its owner may read it', () => {
  const key = keyFor('audit');
  expect(key).toHaveLength(32);
  expect(keyFor('audit')).toEqual(key);
  expect(readdirSync(keys)).toEqual(['audit']);
  expect(statSync(join(keys, 'audit')).mode & 0o777).toBe(0o600);
  expect(statSync(keys).mode & 0o777).toBe(0o700);
});

test('each purpose has a key of its own', () => {
  expect(keyFor('session')).not.toEqual(keyFor('audit'));
});

test('a key that anybody could read is closed again', () => {
  keyFor('audit');
  const open = join(keys, 'session');
  writeFileSync(open, Buffer.alloc(32, 7).toString('base64'), { mode: 0o644 });
  expect(keyFor('session')).toEqual(Buffer.alloc(32, 7));
  expect(statSync(open).mode & 0o777).toBe(0o600);
});

test.each(['', 'c2hvcnQ=', '\0'.repeat(44)])('a damaged key is refused, not used', (content) => {
  keyFor('audit');
  writeFileSync(join(keys, 'session'), content);
  expect(() => keyFor('session')).toThrow(OperatorError);
});

test('processes that start at once agree on one key', async () => {
  const ask = `import { keyFor } from '#lib/keys.ts';
    process.stdout.write(keyFor('audit').toString('hex'));`;
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', ask]),
    ),
  );
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  expect(keyFor('audit').toString('hex')).toBe(answers[0]?.stdout);
  expect(readdirSync(keys)).toEqual(['audit']);
});
