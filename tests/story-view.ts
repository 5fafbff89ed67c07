import { DEFAULT_SITE, type Site } from '#features/site/views.ts';
import type { StoryView } from '#features/stories/views.ts';

export const SITE: Site = {
  ...DEFAULT_SITE,
  name: 'The Dateline',
  tagline: 'News',
  language: 'en',
  timeZone: 'Asia/Almaty',
};

/** A story as readers see it, for tests of what is made from one. */
export function storyView(parts: Partial<StoryView> = {}): StoryView {
  return {
    id: 'story1',
    path: '/world/talks',
    kind: 'news',
    language: 'en',
    section: { id: 'section1', name: 'World', path: '/world' },
    headline: 'Talks begin',
    standfirst: 'At one table.',
    search: { title: 'Talks begin', description: 'At one table.' },
    dateline: null,
    bylines: [],
    publishedAt: new Date('2017-01-23T03:30:00Z'),
    updatedAt: null,
    picture: null,
    body: { type: 'doc', content: [] },
    pictures: {},
    topics: [],
    places: [],
    translations: [],
    corrections: [],
    sourceLine: '',
    words: 200,
    commentsOpen: true,
    ...parts,
  };
}

export function pictureView(id: string, width: number, height: number) {
  return {
    id,
    version: 0,
    width,
    height,
    creator: '',
    copyright: '',
    alpha: false,
    moves: false,
    drawing: false,
    until: null,
    alt: 'A hall',
    caption: 'The hall',
    credit: 'A. Bek',
    placeholder: '',
    focalX: 0.5,
    focalY: 0.5,
  };
}
