import type { Card } from '#features/stories/views.ts';

/** A piece of text; `found` where it is what was searched for. */
export type Segment = { text: string; found: boolean };

/** A story that was found, with the place in its text that shows why. */
export type Hit = Card & { snippet: Segment[] };

/** One numbered page of what was found; `more` says that there are others, which were not counted. */
export type SearchPage = {
  hits: Hit[];
  page: number;
  pages: number;
  total: number;
  more: boolean;
};

/** An author, a topic or a place of that name. */
export type FoundName = {
  kind: 'author' | 'topic' | 'place';
  name: string;
  path: string;
  stories: number;
};
