import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { loggable } from '#lib/errors.ts';

test('a log says what happened and where, with its cause', () => {
  const text = loggable(new TypeError('wrong', { cause: new Error('deeper') }));
  expect(text).toContain('TypeError: wrong');
  expect(text).toContain('errors.pure.test.ts');
  expect(text).toContain('because of Error: deeper');
  expect(loggable('a string that somebody threw')).toBe('thrown: string');
});

test('what somebody typed is not in the log when its query fails', () => {
  const failed = new DrizzleQueryError(
    'insert into comments values (?)',
    ['marked@canary.example'],
    new Error('UNIQUE constraint failed'),
  );
  expect(String(failed)).toContain('canary');
  expect(loggable(failed)).not.toContain('canary');
  expect(loggable(failed)).toContain('UNIQUE constraint failed');
});
