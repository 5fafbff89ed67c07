import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byDay,
  dayAfter,
  daysOf,
  isDay,
  momentsAround,
  turned,
} from '#features/planning/calendar.ts';
import type { CalendarEntry } from '#features/planning/views.ts';
import { dayIn } from '#lib/dates.ts';

const entry = (at: Date): CalendarEntry => ({
  key: at.toISOString(),
  at,
  what: 'due',
  title: 'T',
  language: 'en',
  section: 'S',
  person: '',
  to: '/',
  late: false,
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Almaty',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
];

test('a week begins on Monday, a month is shown in whole weeks', () => {
  expect(daysOf('week', '2026-11-26')).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
  ]);
  const november = daysOf('month', '2026-11-26');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  const february = daysOf('month', '2027-02-14');
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
});

test('the pages are turned by a week, or to the first of the next month', () => {
  expect(turned('week', '2026-12-28', 1)).toBe('2027-01-04');
  expect(turned('month', '2026-12-31', 1)).toBe('2027-01-01');
  expect(turned('month', '2027-03-31', -1)).toBe('2027-02-01');
});

test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', undefined, '2026-11-26T00:00'])(
  '%s is no day',
  (text) => expect(isDay(text)).toBe(false),
);

test('the night when the clocks go back has its hour twice, on one day and in order', () => {
  const days = daysOf('week', '2026-10-25');
  const moments = ['2026-10-24T21:59:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
  const shown = byDay(
    days,
    moments.toReversed().map((at) => entry(new Date(at))),
    'Europe/Berlin',
  );
  const keys = Object.fromEntries(
    shown.map(({ day, entries }) => [day, entries.map((one) => one.key.slice(11, 16))]),
  );
  expect(keys['2026-10-24']).toEqual(['21:59']);
  expect(keys['2026-10-25']).toEqual(['00:30', '01:30']);
});

test('in every zone, whatever the clocks do, each moment of a page is on one day, and that its own', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => dayAfter('1990-01-01', days));
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('week' as const, 'month' as const),
      fc.constantFrom(...ZONES),
      fc.array(fc.integer({ min: -45 * 24 * 60, max: 45 * 24 * 60 }), { maxLength: 40 }),
      (on, view, timeZone, minutes) => {
        const days = daysOf(view, on);
        expect(days).toContain(on);
        expect(new Set(days).size).toBe(days.length);
        const noon = new Date(`${on}T12:00:00Z`).getTime();
        const entries = minutes.map((minute) => entry(new Date(noon + minute * 60_000)));
        const shown = byDay(days, entries, timeZone);
        for (const one of shown) {
          for (const { at } of one.entries) expect(dayIn(at, timeZone)).toBe(one.day);
        }
        const { from, to } = momentsAround(days);
        const expected = entries.filter(({ at }) => days.includes(dayIn(at, timeZone)));
        expect(shown.flatMap((one) => one.entries)).toHaveLength(expected.length);
        for (const { at } of expected) {
          expect(at >= from && at < to).toBe(true);
        }
      },
    ),
  );
});
