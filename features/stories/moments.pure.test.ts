import { expect, test } from 'vitest';
import { understand } from '#features/stories/moments.ts';

const PARIS = 'Europe/Paris';

test('a time that the clocks skip is refused, with the one that comes in its place', () => {
  const understood = understand({ at: '2026-03-29T02:30', which: '' }, PARIS);
  expect(understood).toMatchObject({ ok: false, twice: null });
  expect(!understood.ok && understood.why).toMatch(/no 02:30 .* 03:30/);
});

test('a time that comes twice is asked about, and the answer counts', () => {
  const at = '2026-10-25T02:30';
  expect(understand({ at, which: '' }, PARIS)).toMatchObject({
    ok: false,
    twice: [new Date('2026-10-25T00:30:00Z'), new Date('2026-10-25T01:30:00Z')],
  });
  expect(understand({ at, which: 'first' }, PARIS)).toMatchObject({
    at: new Date('2026-10-25T00:30:00Z'),
  });
  expect(understand({ at, which: 'second' }, PARIS)).toMatchObject({
    at: new Date('2026-10-25T01:30:00Z'),
  });
});

test('which of two is not asked where there is one', () => {
  expect(understand({ at: '2026-10-25T04:30', which: 'second' }, PARIS)).toEqual({
    ok: true,
    at: new Date('2026-10-25T03:30:00Z'),
  });
});

test('what is no time is said', () => {
  expect(understand({ at: 'soon', which: '' }, PARIS)).toMatchObject({ ok: false, twice: null });
});
