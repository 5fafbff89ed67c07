import { expect, test } from 'vitest';
import type { Body } from '#features/stories/body.ts';
import type { Draft } from '#features/stories/components/editor/fields.ts';
import { readDraft } from '#features/stories/components/editor/keeping/reading.ts';

function paragraphs(...texts: string[]): Body {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

const onto: Draft = {
  fields: {
    kind: 'news',
    language: 'en',
    sectionId: 's',
    slug: '',
    headline: 'Saved',
    shortHeadline: '',
    searchTitle: '',
    searchDescription: '',
    standfirst: '',
    datelinePlace: '',
    datelineDate: null,
    bylines: [],
    topics: ['Ferries'],
    places: [],
    picture: null,
    sourceLine: '',
    notes: '',
  },
  body: { type: 'doc', content: [] },
};

test('what was kept comes back as it was', () => {
  const kept: Draft = {
    fields: { ...onto.fields, headline: 'Typed', topics: [], datelineDate: '2026-11-23' },
    body: paragraphs('Words.'),
  };
  expect(readDraft(JSON.parse(JSON.stringify(kept)), onto)).toEqual(kept);
});

test('a text of another edition of the editor is shown, and breaks nothing', () => {
  const kept = {
    fields: { headline: 'Typed', topics: 'not a list', gone: 1, slug: 5 },
    body: paragraphs('Words.'),
  };
  expect(readDraft(kept, onto)).toEqual({
    fields: { ...onto.fields, headline: 'Typed' },
    body: kept.body,
  });
});

test('blocks that the editor does not know lose none of their words', () => {
  const body = {
    type: 'doc',
    content: [
      ...paragraphs('First.').content,
      { type: 'poem', content: [{ type: 'verse', content: [{ type: 'text', text: 'O ferry' }] }] },
    ],
  };
  expect(readDraft({ fields: {}, body }, onto)?.body).toEqual(paragraphs('First.', 'O ferry'));
});

test('what is no text is left alone', () => {
  for (const kept of [null, 'text', [], {}, { fields: {}, body: '<p>' }, { fields: 1, body: {} }]) {
    expect(readDraft(kept, onto)).toBeNull();
  }
});
