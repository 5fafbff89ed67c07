'use client';

import { EditorContent } from '@tiptap/react';
import { useRef } from 'react';
import { BlockHandle } from '#features/stories/components/editor/block-handle.tsx';
import { FindBar } from '#features/stories/components/editor/find/find-bar.tsx';
import type { Insertion } from '#features/stories/components/editor/insertions.ts';
import { type CountedName, lengthOf } from '#features/stories/components/editor/lengths.ts';
import { MarkedTools } from '#features/stories/components/editor/marked-tools.tsx';
import { SlashMenu } from '#features/stories/components/editor/slash/slash-menu.tsx';
import { Toolbar } from '#features/stories/components/editor/toolbar.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { WordCount } from '#features/stories/components/editor/word-count.tsx';
import { directionOf } from '#lib/dates.ts';

/** Headline, standfirst and text, in the type and the measure in which readers see them. */
export function Writing({
  editing,
  finding,
  onFind,
  onInsert,
  onKeys,
}: {
  editing: Editing;
  finding: boolean;
  onFind: (open: boolean) => void;
  onInsert: (what: Insertion) => void;
  onKeys: () => void;
}) {
  const { fields, errors, change, editor, view } = editing;
  const readOnly = !view.buttons.write.allowed;
  const { headline, standfirst, language } = fields;
  const text = useRef<HTMLDivElement>(null);
  return (
    <section
      className="writing"
      aria-label="Text"
      onKeyDown={(event) => {
        if (!event.altKey || event.key !== 'F10') return;
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>('.toolbar select')?.focus();
      }}
    >
      {editor && !readOnly && (
        <Toolbar editor={editor} onInsert={onInsert} onKeys={onKeys} onFind={() => onFind(true)} />
      )}
      {editor && finding && (
        <FindBar editor={editor} editable={!readOnly} onClose={() => onFind(false)} />
      )}
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
            <Length name="headline" text={headline} />
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
        <p id="standfirst-note" className="paper-note" lang="en" dir="ltr">
          {errors.standfirst ? (
            <span className="text-danger">{errors.standfirst}</span>
          ) : (
            <Length name="standfirst" text={standfirst} />
          )}
        </p>
        <div ref={text} className="paper-body">
          <EditorContent editor={editor} />
          {editor && !readOnly && (
            <>
              <BlockHandle editor={editor} around={text} />
              <MarkedTools editor={editor} onInsert={onInsert} />
              <SlashMenu editor={editor} onAsk={onInsert} />
            </>
          )}
        </div>
        <p id="body-error" className="paper-note text-danger" lang="en" dir="ltr">
          {errors.body}
        </p>
      </div>
      {editor && <WordCount editor={editor} language={language} />}
    </section>
  );
}

function Length({ name, text }: { name: CountedName; text: string }) {
  const { note, refused } = lengthOf(name, text);
  return <span className={refused ? 'text-danger' : undefined}>{note}</span>;
}
