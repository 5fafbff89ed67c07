import { z } from 'zod';
import { lineOf, textOf } from '#lib/text.ts';

/** A day, or a moment with or without a zone, as cameras and agencies write it; a year will do. */
const TAKEN = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** The terms of https://cv.iptc.org/newscodes/digitalsourcetype/ are addresses that begin so. */
const SOURCE = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w{1,60})$/;

/**
 * What is said of a picture and goes out with each of its files, by the names of IPTC's standard
 * (https://iptc.org/std/photometadata/). What a camera adds to that never does.
 */
export const notesShape = {
  alt: lineOf(500).default(''),
  caption: textOf(2_000).default(''),
  credit: lineOf(500).default(''),
  creator: lineOf(500).default(''),
  copyright: lineOf(500).default(''),
  spot: lineOf(200).default(''),
  city: lineOf(200).default(''),
  region: lineOf(200).default(''),
  country: lineOf(200).default(''),
  taken: lineOf(40)
    .refine(
      (text) => text === '' || isMoment(text),
      'A day as year-month-day, with or without an hour.',
    )
    .default(''),
  digitalSource: lineOf(200)
    .refine((text) => text === '' || SOURCE.test(text), 'This is no term of IPTC’s list.')
    .default(''),
  usageTerms: lineOf(1_000).default(''),
};

const Notes = z.object(notesShape);
export type Notes = z.infer<typeof Notes>;

export const NO_NOTES: Notes = Notes.parse({});

export const NOTE_NAMES = Object.keys(notesShape) as (keyof Notes)[];

/** Those that are written into the files, of anything that has them. */
export function notesOf(from: Notes): Notes {
  return Object.fromEntries(NOTE_NAMES.map((name) => [name, from[name]])) as Notes;
}

export function isMoment(text: string): boolean {
  if (!TAKEN.test(text)) return false;
  const day = text.slice(0, 10);
  const date = new Date(day.length === 10 ? `${day}T00:00:00Z` : `${day}`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** "Quay 4, Aktau, Kazakhstan": from the smallest to the largest. */
export function placeText(notes: Pick<Notes, 'spot' | 'city' | 'region' | 'country'>): string {
  return [notes.spot, notes.city, notes.region, notes.country].filter(Boolean).join(', ');
}
