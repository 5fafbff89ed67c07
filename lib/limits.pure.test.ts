import { createRequire } from 'node:module';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { expect, test } from 'vitest';
import { within } from '#lib/limits.ts';

/** The package once more, as the bundle of the pages has its own copy beside the server's. */
function anotherCopy(): typeof RateLimiterMemory {
  const require = createRequire(import.meta.url);
  for (const path of Object.keys(require.cache)) {
    if (path.includes('rate-limiter-flexible')) delete require.cache[path];
  }
  return require('rate-limiter-flexible').RateLimiterMemory;
}

test.each<[string, typeof RateLimiterMemory]>([
  ['this copy', RateLimiterMemory],
  ['another copy', anotherCopy()],
])(
  'a limit made by %s of the package lets in as many as it says, and no more',
  async (_, Limiter) => {
    const limiter = new Limiter({ points: 2, duration: 60 });
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await within([[limiter, 'key']]));
    expect(answers).toEqual([true, true, false, false]);
    expect(await within([[limiter, 'another key']])).toBe(true);
  },
);

test('the other copy is really another one', () => {
  expect(anotherCopy()).not.toBe(RateLimiterMemory);
});

test('every limit has to agree', async () => {
  const wide = new RateLimiterMemory({ points: 9, duration: 60, keyPrefix: 'wide' });
  const narrow = new RateLimiterMemory({ points: 1, duration: 60, keyPrefix: 'narrow' });
  const ask = () =>
    within([
      [wide, 'key'],
      [narrow, 'key'],
    ]);
  expect([await ask(), await ask()]).toEqual([true, false]);
});
