'use client';

import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { Combobox } from '#components/controls/combobox.tsx';
import { Dialog } from '#components/controls/dialog.tsx';
import { useSuggestions } from '#components/controls/use-suggestions.ts';
import { linkTargetsAction } from '#features/stories/actions.ts';
import { isSafeLink } from '#features/stories/body.ts';
import { longDate } from '#lib/dates.ts';
import { href as encoded } from '#lib/paths.ts';

/**
 * Where the marked words lead: an address, or a story of the newsroom's own by words of its headline.
 * Without a word marked, the address or the headline becomes the words.
 */
export function LinkDialog({
  editor,
  timeZone,
  onClose,
}: {
  editor: Editor;
  timeZone: string;
  onClose: () => void;
}) {
  const present = String(editor.getAttributes('link').href ?? '');
  const [text, setText] = useState(present);
  const [error, setError] = useState('');
  const looksLikeAddress = isSafeLink(completed(text.trim()));
  const found = useSuggestions(looksLikeAddress ? '' : text, linkTargetsAction);
  const options = found.map(({ path, headline, publishedAt }) => ({
    id: path,
    label: headline,
    note: `${longDate(publishedAt, { timeZone, language: 'en' })} · ${path}`,
  }));
  const set = (to: string, words: string) => {
    const { empty } = editor.state.selection;
    if (empty && !present) {
      const marks = [{ type: 'link', attrs: { href: to } }];
      editor.chain().focus().insertContent({ type: 'text', text: words, marks }).run();
    } else editor.chain().focus().linkTo(to).run();
    onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const to = completed(text.trim());
    if (isSafeLink(to)) set(to, to);
    else {
      setError(
        'A web address, a mail address, a path on this site that begins with “/”, or one of the stories offered.',
      );
    }
  };
  return (
    <Dialog title="Link" onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        <div className="grid gap-1">
          <label htmlFor="href" className="text-label">
            Address
          </label>
          <Combobox
            id="href"
            name="href"
            inputMode="url"
            autoFocus
            value={text}
            options={options}
            aria-invalid={error ? true : undefined}
            aria-describedby="href-hint href-error"
            onText={(typed) => {
              setText(typed);
              setError('');
            }}
            onChoose={({ id, label }) => set(encoded(id), String(label))}
          />
          {error && (
            <p id="href-error" className="text-note text-danger">
              {error}
            </p>
          )}
          <p id="href-hint" className="text-note text-soft">
            Or words of a headline, to link to a story of ours.
          </p>
        </div>
        <p className="flex flex-wrap gap-3">
          <button type="submit" className="button button-primary">
            Set the link
          </button>
          {present && (
            <button
              type="button"
              className="button"
              onClick={() => {
                editor.chain().focus().unlink().run();
                onClose();
              }}
            >
              Remove the link
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}

/** "example.org/x" is meant as an address, and "name@example.org" as a mail address. */
function completed(text: string): string {
  if (/^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}` : text;
}
