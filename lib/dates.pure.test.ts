import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterTheGap, localTime, momentsIn } from '#lib/dates.ts';

const ZONES = [
  'UTC',
  'Asia/Almaty',
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Pacific/Apia',
];
const MINUTE = 60_000;
const minutes = fc
  .integer({ min: Date.UTC(2000, 0) / MINUTE, max: Date.UTC(2040, 0) / MINUTE })
  .map((minute) => new Date(minute * MINUTE));
const zones = fc.constantFrom(...ZONES);

/** The moments within a day around which the clocks of a zone change, and some of any time. */
const nearAChange = fc
  .tuple(minutes, zones, fc.integer({ min: -180, max: 180 }))
  .map(([from, zone, by]): [Date, string] => {
    const change = nextChange(from, zone) ?? from;
    return [new Date(change.getTime() + by * MINUTE), zone];
  });

function offsetAt(at: Date, zone: string): number {
  return new Date(`${localTime(at, zone)}Z`).getTime() - at.getTime();
}

/** The first minute, within a year, at which the zone has another offset than at `from`. */
function nextChange(from: Date, zone: string): Date | null {
  const before = offsetAt(from, zone);
  for (let days = 1; days <= 366; days += 1) {
    let high = from.getTime() + days * 1440 * MINUTE;
    if (offsetAt(new Date(high), zone) === before) continue;
    let low = high - 1440 * MINUTE;
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (offsetAt(new Date(middle), zone) === before) low = middle;
      else high = middle;
    }
    return new Date(high);
  }
  return null;
}

test('every moment is among those that its own wall clock names, at most two, in their order', () => {
  fc.assert(
    fc.property(fc.oneof(nearAChange, fc.tuple(minutes, zones)), ([at, zone]) => {
      const local = localTime(at, zone);
      const moments = momentsIn(local, zone) ?? [];
      expect(moments.map((moment) => localTime(moment, zone))).toEqual(moments.map(() => local));
      expect(moments.map(Number)).toContain(at.getTime());
      expect(moments.length).toBeLessThanOrEqual(2);
      expect(moments.map(Number)).toEqual(moments.map(Number).sort((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});

test('a wall-clock time that no moment has is in a gap, and the clock shows a later one instead', () => {
  fc.assert(
    fc.property(nearAChange, ([at, zone]) => {
      const local = new Date(at.getTime() + offsetAt(new Date(at.getTime() - 1440 * MINUTE), zone))
        .toISOString()
        .slice(0, 16);
      const moments = momentsIn(local, zone) ?? [];
      if (moments.length > 0) return;
      const instead = afterTheGap(local, zone);
      expect(instead > local).toBe(true);
      expect(momentsIn(instead, zone)).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['2026-11-23T09:30', 'Asia/Almaty', ['2026-11-23T04:30:00.000Z']],
  ['2026-07-01T12:00', 'Europe/Paris', ['2026-07-01T10:00:00.000Z']],
  ['2026-03-29T01:59', 'Europe/Paris', ['2026-03-29T00:59:00.000Z']],
  ['2026-03-29T02:30', 'Europe/Paris', []],
  ['2026-03-29T03:00', 'Europe/Paris', ['2026-03-29T01:00:00.000Z']],
  ['2026-10-25T02:30', 'Europe/Paris', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
  [
    '2027-04-04T01:45',
    'Australia/Lord_Howe',
    ['2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z'],
  ],
  ['2011-12-30T12:00', 'Pacific/Apia', []],
])('%s in %s is %j', (local, zone, moments) => {
  expect(momentsIn(local, zone)?.map((moment) => moment.toISOString())).toEqual(moments);
});

test.each(['', 'tomorrow', '2026-13-01T10:00', '2026-11-23', '2026-11-23T09:30:00Z'])(
  '%j is no time',
  (text) => {
    expect(momentsIn(text, 'UTC')).toBeNull();
  },
);
