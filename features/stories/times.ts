import type { Card, StoryView } from '#features/stories/views.ts';
import { wordsOf } from '#features/stories/words.ts';
import { clockTime, dateAndTime, dayAndMonth, dayIn, longDate } from '#lib/dates.ts';

export type Time = { at: Date; text: string };

/**
 * When a card's story came out. A page that is kept for long gives the whole date, which stays true;
 * one that is made anew each day (`today`) leaves out what goes without saying: "14:05".
 */
export function cardTime(
  card: Pick<Card, 'publishedAt' | 'updatedAt' | 'language'>,
  timeZone: string,
  today?: Date,
): Time {
  const style = { timeZone, language: card.language };
  const { publishedAt, updatedAt } = card;
  if (!today) return { at: publishedAt, text: longDate(publishedAt, style) };
  const day = dayIn(today, timeZone);
  if (updatedAt && dayIn(updatedAt, timeZone) === day) {
    return { at: updatedAt, text: filled('updated', clockTime(updatedAt, style), card.language) };
  }
  const published = dayIn(publishedAt, timeZone);
  if (published === day) return { at: publishedAt, text: clockTime(publishedAt, style) };
  const sameYear = published.slice(0, 4) === day.slice(0, 4);
  return { at: publishedAt, text: (sameYear ? dayAndMonth : longDate)(publishedAt, style) };
}

/** "Published 23 January 2017, 09:30 GMT+6", and the same of the last change, if there was one. */
export function storyTimes(
  story: Pick<StoryView, 'publishedAt' | 'updatedAt' | 'language'>,
  timeZone: string,
): Time[] {
  const { publishedAt, updatedAt, language } = story;
  const said = (word: 'published' | 'updated', at: Date) => ({
    at,
    text: filled(word, dateAndTime(at, { timeZone, language }), language),
  });
  return [said('published', publishedAt), ...(updatedAt ? [said('updated', updatedAt)] : [])];
}

function filled(word: 'published' | 'updated', time: string, language: string): string {
  return wordsOf(language)[word].replace('{}', time);
}
