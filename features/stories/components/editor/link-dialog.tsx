'use client';

import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextField } from '#components/controls/field.tsx';
import { isSafeLink } from '#features/stories/body.ts';

/** Where the marked words lead. Without a word marked, the address itself becomes the word. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const present = String(editor.getAttributes('link').href ?? '');
  const [href, setHref] = useState(present);
  const [error, setError] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const to = completed(href.trim());
    if (!isSafeLink(to)) {
      setError('A web address, a mail address, or a path on this site that begins with “/”.');
      return;
    }
    const { empty } = editor.state.selection;
    if (empty && !present) {
      const marks = [{ type: 'link', attrs: { href: to } }];
      editor.chain().focus().insertContent({ type: 'text', text: to, marks }).run();
    } else editor.chain().focus().linkTo(to).run();
    onClose();
  };
  return (
    <Dialog title="Link" onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        <TextField
          label="Address"
          name="href"
          value={href}
          onChange={(event) => setHref(event.target.value)}
          error={error}
          inputMode="url"
          autoFocus
        />
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
