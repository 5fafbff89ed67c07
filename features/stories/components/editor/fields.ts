import type { Body } from '#features/stories/body.ts';
import type { EditorView } from '#features/stories/views.ts';

/** What a person writes beside the text. */
export type Fields = Pick<
  EditorView,
  | 'kind'
  | 'language'
  | 'sectionId'
  | 'slug'
  | 'headline'
  | 'shortHeadline'
  | 'searchTitle'
  | 'searchDescription'
  | 'standfirst'
  | 'datelinePlace'
  | 'datelineDate'
  | 'bylines'
  | 'topics'
  | 'places'
  | 'picture'
  | 'sourceLine'
  | 'notes'
>;

/** Everything that would be lost if the page went away now. */
export type Draft = { fields: Fields; body: Body };

export function draftOf(view: EditorView): Draft {
  const { kind, language, sectionId, slug, headline, shortHeadline, searchTitle } = view;
  const { searchDescription, standfirst, datelinePlace, datelineDate, bylines, topics } = view;
  const { places, picture, sourceLine, notes, body } = view;
  return {
    fields: {
      kind,
      language,
      sectionId,
      slug,
      headline,
      shortHeadline,
      searchTitle,
      searchDescription,
      standfirst,
      datelinePlace,
      datelineDate,
      bylines,
      topics,
      places,
      picture,
      sourceLine,
      notes,
    },
    body,
  };
}

/** A draft as the save takes it. */
export function inputOf({ fields, body }: Draft): Record<string, unknown> {
  const bylines = fields.bylines.map(({ authorId, role }) => ({ authorId, role }));
  return { ...fields, bylines, datelineDate: fields.datelineDate || null, body };
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
