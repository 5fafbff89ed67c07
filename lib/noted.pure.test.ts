import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { noteDown, notedIn } from '#lib/noted.ts';

const Shape = z.object({ id: z.string() });

function freshFile(): string {
  const folder = mkdtempSync(join(inject('workplace'), 'noted-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'log');
}

test('what was noted is read in its order, and by the owner only', () => {
  const file = freshFile();
  expect(notedIn(file, Shape)).toEqual([]);
  for (const id of ['one', 'two']) noteDown(file, { id });
  expect(notedIn(file, Shape)).toEqual([{ id: 'one' }, { id: 'two' }]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a line that a crash cut off takes none with it, neither before nor after', () => {
  const file = freshFile();
  noteDown(file, { id: 'before' });
  appendFileSync(file, '{"id":"cut o');
  noteDown(file, { id: 'after' });
  expect(notedIn(file, Shape)).toEqual([{ id: 'before' }, { id: 'after' }]);
});
