import { expect, test } from 'vitest';
import { Turns } from '#server/door/turns.ts';

const LONG = 60_000;

test('what comes second begins when the first is done, also when the first failed', async () => {
  const turns = new Turns(LONG);
  const first = Promise.withResolvers<string>();
  const begun: string[] = [];
  const one = turns.take(() => {
    begun.push('one');
    return first.promise;
  });
  const two = turns.take(async () => {
    begun.push('two');
    return 2;
  });
  await Promise.resolve();
  expect(begun).toEqual(['one']);
  first.reject(new Error('no'));
  await expect(one).rejects.toThrow('no');
  expect(await two).toBe(2);
});

test('one that hangs is overtaken', async () => {
  const turns = new Turns(1);
  void turns.take(() => new Promise(() => undefined));
  expect(await turns.take(async () => 'went on')).toBe('went on');
});
