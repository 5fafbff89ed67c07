import { describe, expect, it } from 'vitest';
import { Dice, Ids, PowerLaw } from '#features/sample/internal/archive/dice.ts';
import { commentsPerStory, timeline } from '#features/sample/internal/archive/timeline.ts';

const UNTIL = new Date('2026-11-23T15:00:00Z');

describe('the shape of an archive', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(timeline('a', 500, UNTIL)).toEqual(timeline('a', 500, UNTIL));
    expect(timeline('a', 500, UNTIL)).not.toEqual(timeline('b', 500, UNTIL));
    expect(new Ids('a').next()).toBe(new Ids('a').next());
    expect(new Ids('a').next()).not.toBe(new Ids('b').next());
  });

  it('reaches over twenty years, is thin at weekends, and ends before the day does', () => {
    const moments = [...timeline('a', 20_000, UNTIL)];
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    const [first = 0, last = 0] = [moments[0], moments.at(-1)];
    expect(new Date(first).getUTCFullYear()).toBe(2006);
    expect(last).toBeLessThan(Date.parse('2026-11-23T00:00:00Z'));
    const sundays = moments.filter((at) => new Date(at).getUTCDay() === 0).length;
    const mondays = moments.filter((at) => new Date(at).getUTCDay() === 1).length;
    expect(sundays).toBeLessThan(mondays * 0.6);
  });

  it('talks much about little', () => {
    const counts = [...commentsPerStory('a', 20_000, 60_000)];
    expect(counts.reduce((a, b) => a + b, 0)).toBe(60_000);
    const silent = counts.filter((count) => count === 0).length;
    expect(silent).toBeGreaterThan(10_000);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(1_000);
    expect(Math.max(...counts)).toBeLessThanOrEqual(1_500);
  });

  it('does not wait for ever for comments that no story may have', () => {
    const counts = [...commentsPerStory('a', 3, 1_000_000)];
    expect(counts.every((count) => count <= 1_500)).toBe(true);
  });

  it('gives the first of a power law most', () => {
    const dice = new Dice('a');
    const law = new PowerLaw(['busy', 'calm', 'quiet'], 1.1);
    const drawn = Array.from({ length: 3_000 }, () => law.pick(dice));
    const times = (name: string) => drawn.filter((one) => one === name).length;
    expect(times('busy')).toBeGreaterThan(times('calm'));
    expect(times('calm')).toBeGreaterThan(times('quiet'));
    expect(times('quiet')).toBeGreaterThan(0);
  });

  it('makes ids that rise and never come twice', () => {
    const ids = new Ids('a');
    const drawn = Array.from({ length: 5_000 }, () => ids.next());
    expect(new Set(drawn).size).toBe(5_000);
    expect(drawn).toEqual(drawn.toSorted());
    expect(drawn.every((id) => /^[0-9a-hjkmnp-tv-z]{20}$/.test(id))).toBe(true);
  });
});
