import { z } from 'zod';
import { KINDS } from '#db/schema/stories.ts';
import { STATES, type StoryState } from '#features/stories/lifecycle.ts';
import { lineOf } from '#lib/text.ts';

/** The moments by which the desk's list can be ordered and bounded. */
const MOMENTS = ['changed', 'published', 'due'] as const;
export type Moment = (typeof MOMENTS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const Id = z.string().regex(/^[0-9a-z]{1,40}$/);
const Day = z.string().regex(DAY).refine(isDay);

/** Each part for itself: one that makes no sense is left out, and the others still filter. */
const PARTS = {
  q: lineOf(200),
  state: z.enum(STATES),
  section: Id,
  author: Id,
  kind: z.enum(KINDS),
  by: z.enum(MOMENTS),
  from: Day,
  until: Day,
  order: z.literal('oldest'),
};

/** What somebody looks for in the desk's list; `from` and `until` are days of the newsroom, inclusive. */
export type Filter = {
  q?: string;
  state?: StoryState;
  section?: string;
  author?: string;
  kind?: (typeof KINDS)[number];
  by?: Moment;
  from?: string;
  until?: string;
  order?: 'oldest';
};

/** The filter in an address: whatever else stands there is ignored. */
export function filterOf(sent: Readonly<Record<string, unknown>>): Filter {
  const filter: Record<string, string> = {};
  for (const [name, schema] of Object.entries(PARTS)) {
    const part = schema.safeParse(sent[name]);
    if (part.success && part.data !== '') filter[name] = part.data;
  }
  return filter;
}

/** Whether anything is left out of the list, whatever its order. */
export function narrows({ by: _by, order: _order, ...narrowing }: Filter): boolean {
  return Object.keys(narrowing).length > 0;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** How names are compared in the list: lower case, no accents, single spaces. */
export function foldForList(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

type Listed = {
  story: {
    id: string;
    sectionId: string;
    slug: string;
    kind: string;
    language: string;
    createdBy: string | null;
    changedAt: Date;
    firstPublishedAt: Date | null;
  };
  head: { id: string; headline: string; standfirst: string };
  state: StoryState;
  dueAt: Date | null;
  /** Of those in the byline. */
  names: readonly string[];
};

/** A story's row in the desk's list. */
export function deskListRow({ story, head, state, dueAt, names }: Listed) {
  return {
    storyId: story.id,
    sectionId: story.sectionId,
    state,
    kind: story.kind,
    language: story.language,
    headId: head.id,
    createdBy: story.createdBy,
    changedAt: story.changedAt,
    publishedAt: story.firstPublishedAt,
    dueAt,
    found: foldForList([head.headline, head.standfirst, story.slug, ...names].join(' ')),
  };
}
