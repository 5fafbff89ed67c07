'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';
import { findKey } from '#features/stories/components/editor/find/extension.ts';

/** Looks for words in the text, and puts others in their place, one at a time or all at once. */
export function FindBar({
  editor,
  editable,
  onClose,
}: {
  editor: Editor;
  editable: boolean;
  onClose: () => void;
}) {
  const [words, setWords] = useState(() => markedWords(editor));
  const [by, setBy] = useState('');
  const [exact, setExact] = useState(false);
  const [done, setDone] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { count, at } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const finding = findKey.getState(now.state);
      return { count: finding?.matches.length ?? 0, at: finding?.at ?? -1 };
    },
  });
  useEffect(() => {
    editor.commands.lookFor(words, exact);
    setDone('');
  }, [editor, words, exact]);
  useEffect(() => {
    field.current?.select();
    return () => {
      if (!editor.isDestroyed) editor.commands.lookFor('', false);
    };
  }, [editor]);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      editor.commands.goToMatch(event.shiftKey ? -1 : 1);
    }
  };
  const replace = () => {
    if (at < 0) editor.commands.goToMatch(1);
    else editor.chain().replaceMatch(by).goToMatch(1).run();
  };
  const replaceAll = () => {
    editor.commands.replaceAllMatches(by);
    setDone(`${count} replaced.`);
  };
  return (
    <search className="find" aria-label="Find in the text" onKeyDown={press}>
      <input
        ref={field}
        className="control control-small"
        aria-label="Find"
        placeholder="Find"
        value={words}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      <p role="status" className="find-count">
        {done || saidOf(words, count, at)}
      </p>
      <button
        type="button"
        className="icon-button"
        disabled={count === 0}
        onClick={() => editor.commands.goToMatch(-1)}
      >
        <Icon name="up" />
        <span className="sr-only">The one before</span>
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={count === 0}
        onClick={() => editor.commands.goToMatch(1)}
      >
        <Icon name="down" />
        <span className="sr-only">The next one</span>
      </button>
      <label className="find-case" title="Capitals count">
        <input
          type="checkbox"
          checked={exact}
          onChange={(event) => setExact(event.target.checked)}
        />
        Aa
        <span className="sr-only">Capitals count</span>
      </label>
      {editable && (
        <>
          <input
            className="control control-small"
            aria-label="Replace by"
            placeholder="Replace by"
            value={by}
            autoComplete="off"
            onChange={(event) => setBy(event.target.value)}
          />
          <button type="button" className="button" disabled={count === 0} onClick={replace}>
            Replace
          </button>
          <button
            type="button"
            className="button"
            title="Replace all"
            disabled={count === 0}
            onClick={replaceAll}
          >
            <span aria-hidden="true">All</span>
            <span className="sr-only">Replace all</span>
          </button>
        </>
      )}
      <button type="button" className="icon-button" onClick={close}>
        <Icon name="remove" />
        <span className="sr-only">Close the search</span>
      </button>
    </search>
  );
}

function saidOf(words: string, count: number, at: number): string {
  if (words === '') return '';
  if (count === 0) return 'Not in the text';
  return at < 0 ? `${count} in the text` : `${at + 1} of ${count}`;
}

/** What is marked in the text is most likely what is looked for. */
function markedWords({ state: { doc, selection } }: Editor): string {
  const marked = doc.textBetween(selection.from, selection.to, '\n');
  return marked.length <= 80 && !marked.includes('\n') ? marked : '';
}
