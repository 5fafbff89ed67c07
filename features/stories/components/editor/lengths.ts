import type { Fields } from '#features/stories/components/editor/fields.ts';

type Limit = {
  /** As many characters as its place shows; more are cut off or break the line. */
  good?: number;
  /** More are refused: see features/stories/input.ts. */
  most: number;
};

const LIMITS = {
  headline: { good: 90, most: 200 },
  shortHeadline: { good: 50, most: 80 },
  searchTitle: { good: 60, most: 120 },
  searchDescription: { good: 160, most: 320 },
  standfirst: { good: 250, most: 600 },
  datelinePlace: { most: 80 },
  sourceLine: { most: 500 },
  notes: { most: 20_000 },
} satisfies Partial<Record<keyof Fields, Limit>>;

export type CountedName = keyof typeof LIMITS;

/** What there is to say about how long a field is, and whether it would be refused. */
export function lengthOf(name: CountedName, text: string): { note: string; refused: boolean } {
  const { good, most }: Limit = LIMITS[name];
  const length = [...text.trim()].length;
  if (length > most) {
    const over = length - most;
    return { note: `${over} too many: at most ${most} characters.`, refused: true };
  }
  if (good === undefined || length === 0) return { note: '', refused: false };
  const long = length > good ? ', which is long' : '';
  return { note: `${length} of about ${good} characters${long}.`, refused: false };
}
