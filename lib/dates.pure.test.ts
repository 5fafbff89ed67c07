import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime, momentIn } from '#lib/dates.ts';

const zones = ['UTC', 'Asia/Almaty', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu'];

test('a time that an editor reads back is the time that was typed', () => {
  const minutes = fc
    .integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
    .map((minute) => new Date(minute * 60_000));
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (at, zone) => {
      const local = localTime(at, zone);
      const moment = momentIn(local, zone);
      expect(moment && localTime(moment, zone)).toBe(local);
    }),
  );
});

test.each([
  ['2026-11-23T09:30', 'Asia/Almaty', '2026-11-23T04:30:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Paris', '2026-07-01T10:00:00.000Z'],
  ['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
])('%s in %s is %s', (local, zone, moment) => {
  expect(momentIn(local, zone)?.toISOString()).toBe(moment);
});

test.each(['', 'tomorrow', '2026-13-01T10:00', '2026-11-23', '2026-11-23T09:30:00Z'])(
  '%j is no time',
  (text) => {
    expect(momentIn(text, 'UTC')).toBeNull();
  },
);
