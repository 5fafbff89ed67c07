import { Dice } from '#features/sample/internal/archive/dice.ts';

const DAY_MS = 86_400_000;
export const ARCHIVE_YEARS = 20;
const DAYS = Math.round(ARCHIVE_YEARS * 365.25);
/** Sunday first. A paper is thin at the weekend. */
const WEEKDAYS = [0.42, 1, 1.06, 1.04, 1.08, 1.02, 0.5];
/** By the hour, in UTC: little at night, most in the late morning. */
const HOURS = [1, 1, 1, 1, 2, 5, 9, 12, 13, 14, 14, 12, 10, 11, 12, 11, 10, 9, 7, 6, 5, 4, 2, 1];

/**
 * When `count` stories were published, first to last: twenty years that end at midnight before
 * `until`, somewhat more each year, in the rhythm of the week and of the day.
 */
export function timeline(seed: string, count: number, until: Date): Float64Array {
  const dice = new Dice(`${seed}/timeline`);
  const end = Math.floor(until.getTime() / DAY_MS) * DAY_MS;
  const start = end - DAYS * DAY_MS;
  const sums = new Float64Array(DAYS);
  let sum = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const weekday = new Date(start + day * DAY_MS).getUTCDay();
    sum += (WEEKDAYS[weekday] ?? 1) * (0.6 + (0.8 * day) / DAYS) * (0.8 + 0.4 * dice.part());
    sums[day] = sum;
  }
  const at = new Float64Array(count);
  let day = 0;
  for (let n = 0; n < count; n += 1) {
    const target = ((n + dice.part()) / count) * sum;
    while (day < DAYS - 1 && (sums[day] ?? 0) < target) day += 1;
    at[n] = start + day * DAY_MS + timeOfDay(dice);
  }
  return at.sort();
}

function timeOfDay(dice: Dice): number {
  let target = dice.part() * HOURS.reduce((a, b) => a + b, 0);
  let hour = 0;
  while (hour < 23 && target >= (HOURS[hour] ?? 0)) {
    target -= HOURS[hour] ?? 0;
    hour += 1;
  }
  return (hour * 3600 + dice.below(3600)) * 1000;
}

const SILENT = 0.55;
/** No story is talked about more than this. */
const MOST = 1_500;

/** How many of `total` comments each story has: most none or few, one or two a thousand and more. */
export function commentsPerStory(seed: string, stories: number, total: number): Uint32Array {
  const dice = new Dice(`${seed}/talk`);
  const weights = new Float64Array(stories);
  for (let n = 0; n < stories; n += 1) {
    if (!dice.happens(SILENT)) weights[n] = (1 - dice.part()) ** (-1 / 1.05);
  }
  const counts = new Uint32Array(stories);
  const talked = [...weights.keys()].filter((n) => (weights[n] ?? 0) > 0);
  // All that the limits allow, should they be too tight for the total.
  let left = talked.length > 0 ? Math.min(total, talked.length * MOST) : 0;
  while (left > 0) {
    const open = talked.filter((n) => (counts[n] ?? 0) < MOST);
    const sum = open.reduce((all, n) => all + (weights[n] ?? 0), 0);
    const round = left;
    for (const n of open) {
      const share = ((weights[n] ?? 0) / sum) * round;
      const whole = Math.floor(share) + (dice.part() < share % 1 ? 1 : 0);
      const more = Math.min(whole, MOST - (counts[n] ?? 0), left);
      counts[n] = (counts[n] ?? 0) + more;
      left -= more;
    }
  }
  return counts;
}
