import type { Block } from '#features/stories/body.ts';

/** When something happened: so long before the sample was added, or on a day that history fixed. */
export type Moment = { hoursAgo: number } | { at: string };

export type SampleText = {
  headline: string;
  standfirst: string;
  body: Block[];
};

export type SampleStory = SampleText & {
  slug: string;
  section: string;
  kind: 'news' | 'analysis' | 'opinion' | 'feature' | 'live';
  /** English unless it says otherwise. */
  language?: string;
  /** The slug of the story that this one says in another language. */
  translationOf?: string;
  dateline?: { place: string; date?: string };
  bylines: { handle: string; role?: 'by' | 'reporting' | 'translation' }[];
  topics: string[];
  places: string[];
  /** A name in content/pictures.ts. */
  picture?: string;
  /** In its own language, where the picture's own words are in another. */
  pictureWords?: { alt: string; caption: string };
  published: Moment;
  /** What readers saw first, where the text has changed since; `body` is then the later one. */
  earlier?: Partial<SampleText> & { published: Moment };
};

export type SampleComment = {
  name: string;
  email: string;
  text: string;
  /** How long after the story it came; an answer comes after what it answers. */
  minutesAfter: number;
  verdict: 'approved' | 'waiting';
  answers?: (SampleComment | StaffAnswer)[];
};

/** An answer by one of the newsroom, who needs no approval. */
export type StaffAnswer = { handle: string; text: string; minutesAfter: number };
