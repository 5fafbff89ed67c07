'use client';

import { EditorContent } from '@tiptap/react';
import { type Insertion, Toolbar } from '#features/stories/components/editor/toolbar.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { WordCount } from '#features/stories/components/editor/word-count.tsx';
import { directionOf } from '#lib/dates.ts';

/** Longer than this, a headline breaks cards and search results; it may be twice as long. */
const LONG_HEADLINE = 90;

/** Headline, standfirst and text, in the type and the measure in which readers see them. */
export function Writing({
  editing,
  onInsert,
}: {
  editing: Editing;
  onInsert: (what: Insertion) => void;
}) {
  const { fields, errors, change, editor, view } = editing;
  const readOnly = !view.buttons.write.allowed;
  const { headline, standfirst, language } = fields;
  const length = [...headline].length;
  return (
    <section className="writing" aria-label="Text">
      {editor && !readOnly && <Toolbar editor={editor} onInsert={onInsert} />}
      <div className="paper" lang={language} dir={directionOf(language)}>
        <textarea
          id="headline"
          name="headline"
          aria-label="Headline"
          placeholder="Headline"
          className="paper-headline"
          rows={1}
          readOnly={readOnly}
          value={headline}
          aria-invalid={errors.headline ? true : undefined}
          aria-describedby="headline-note"
          onChange={(event) => change({ headline: event.target.value.replace(/\n/g, ' ') })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <p id="headline-note" className="paper-note" lang="en" dir="ltr">
          {errors.headline ? (
            <span className="text-danger">{errors.headline}</span>
          ) : (
            length > LONG_HEADLINE && `${length} characters: long for a headline.`
          )}
        </p>
        <textarea
          id="standfirst"
          name="standfirst"
          aria-label="Standfirst"
          placeholder="Standfirst: one or two sentences that say why it matters"
          className="paper-standfirst"
          rows={1}
          readOnly={readOnly}
          value={standfirst}
          aria-invalid={errors.standfirst ? true : undefined}
          aria-describedby="standfirst-note"
          onChange={(event) => change({ standfirst: event.target.value })}
        />
        <p id="standfirst-note" className="paper-note text-danger" lang="en" dir="ltr">
          {errors.standfirst}
        </p>
        <EditorContent editor={editor} className="paper-body" />
        <p id="body-error" className="paper-note text-danger" lang="en" dir="ltr">
          {errors.body}
        </p>
      </div>
      {editor && <WordCount editor={editor} language={language} />}
    </section>
  );
}
