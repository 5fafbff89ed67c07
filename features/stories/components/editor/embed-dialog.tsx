'use client';

import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextField } from '#components/controls/field.tsx';
import { isShowable } from '#features/stories/body.ts';
import { embedOf } from '#features/stories/embeds.ts';

const KINDS = { video: 'A video', post: 'A post', map: 'A map' } as const;

/** What readers get of an address: shown in the page at a click, or only a link. */
export function whatItIs(url: string): string {
  const known = embedOf(url);
  if (!known) return 'Readers get a link to it.';
  return `${KINDS[known.shape]} from ${known.name}: shown to a reader who asks for it.`;
}

/** Something from another site, by its address or by the code that the site gives out. */
export function EmbedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const url = addressIn(text);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isShowable(url)) {
      setError('An address that begins with https://');
      return;
    }
    const title = String(new FormData(event.currentTarget).get('title') ?? '').trim();
    const attrs = { url: embedOf(url)?.url ?? url, title };
    editor.chain().focus().putBlock({ type: 'embed', attrs }).run();
    onClose();
  };
  return (
    <Dialog title="From another site" onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        <TextField
          label="Address"
          name="url"
          inputMode="url"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={error}
          hint="A video on YouTube or Vimeo, a post on X, Bluesky or Mastodon, a map of OpenStreetMap, or any page."
          autoFocus
        />
        <TextField
          label="What it is"
          name="title"
          maxLength={500}
          hint="Readers see this before anything is fetched from the other site."
        />
        <p role="status" className="text-note">
          {isShowable(url) && whatItIs(url)}
        </p>
        <p>
          <button type="submit" className="button button-primary">
            Insert
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** The address itself, or the one in a piece of HTML that another site gives out. */
function addressIn(text: string): string {
  const inCode = [...text.matchAll(/\b(?:src|href|data-embed-url)="(https:[^"\s]+)"/g)]
    .map(([, address = '']) => address.replaceAll('&amp;', '&'))
    .find((address) => embedOf(address));
  const written = inCode ?? text.trim();
  return /^(www\.)?[\w-]+(\.[\w-]+)+\//.test(written) ? `https://${written}` : written;
}
