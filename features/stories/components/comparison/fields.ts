import { compareWords, type Part } from '#features/stories/compare.ts';
import type { Fields } from '#features/stories/components/editor/fields.ts';

/** A field that says one thing in one text and another in the other. */
export type FieldPair = { name: keyof Fields; label: string; parts: Part[] };

const LABELS: Record<keyof Fields, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  shortHeadline: 'Short headline',
  searchTitle: 'Title for search engines',
  searchDescription: 'Description for search engines',
  kind: 'Kind',
  language: 'Language',
  sectionId: 'Section',
  slug: 'Address',
  datelinePlace: 'Dateline',
  datelineDate: 'Date of the dateline',
  bylines: 'Byline',
  topics: 'Topics',
  places: 'Places',
  picture: 'Lead picture',
  sourceLine: 'Source line',
  notes: 'Notes to the desk',
};

/** What people call a field; '' for one that has no name. */
export function labelOf(field: string): string {
  if (field === 'body') return 'the text';
  return field in LABELS ? LABELS[field as keyof Fields].toLowerCase() : '';
}

/** The fields that differ, in the order in which they are written; one that a text lacks does not. */
export function compareFields(
  before: Partial<Fields>,
  after: Partial<Fields>,
  language: string,
  sections: readonly { id: string; name: string }[] = [],
): FieldPair[] {
  const shown = (fields: Partial<Fields>, name: keyof Fields) => {
    const value = fields[name];
    if (name !== 'sectionId') return shownValue(value);
    return sections.find(({ id }) => id === value)?.name ?? shownValue(value);
  };
  return (Object.keys(LABELS) as (keyof Fields)[]).flatMap((name) => {
    if (!(name in before) || !(name in after)) return [];
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) return [];
    const parts = compareWords(shown(before, name), shown(after, name), language);
    return [{ name, label: LABELS[name], parts }];
  });
}

/** A field's value as a person reads it. */
function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(shownOne).join(', ');
  if (typeof value !== 'object') return String(value);
  const words = Object.entries(value).filter(([name]) => !/Id$/.test(name));
  return words
    .map(([, one]) => String(one))
    .filter(Boolean)
    .join(' · ');
}

function shownOne(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name = '', role = '' } = value as { name?: string; role?: string };
  return role === 'by' ? name : `${name} (${role})`;
}
