'use client';

import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { upload } from '#features/media/components/upload.ts';
import type { PictureView } from '#features/media/views.ts';
import type { PendingPicture } from '#features/stories/components/editor/paste/extension.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';

/**
 * Takes care of what came along with a pasted text: its pictures go to the library, its comments to the
 * notes. The answer is what there is to say about it.
 */
export function usePasted(
  editing: Editing,
  mayAdd: boolean,
  onKnown: (pictures: PictureView[]) => void,
): string {
  const [news, setNews] = useState('');
  const { editor } = editing;
  const latest = useRef({ editing, mayAdd, onKnown });
  latest.current = { editing, mayAdd, onKnown };
  useEffect(() => {
    if (!editor) return undefined;
    const { cleanPaste } = editor.storage;
    cleanPaste.heard = {
      asides: (words) => {
        const { fields, change } = latest.current.editing;
        change({ notes: [fields.notes, ...words].filter(Boolean).join('\n') });
        setNews('Comments of the pasted text are in the notes to the desk.');
      },
      elsewhere: (count) => setNews(leftElsewhere(count)),
      pictures: async (pictures) => {
        for (const picture of pictures) {
          const why = await take(editor, picture, latest.current);
          if (why) setNews(`A pasted picture was not taken. ${why}`);
        }
      },
    };
    return () => {
      cleanPaste.heard = null;
    };
  }, [editor]);
  return news;
}

/** Why the picture was not taken, or nothing. */
async function take(
  editor: Editor,
  { id, file }: PendingPicture,
  { mayAdd, onKnown }: { mayAdd: boolean; onKnown: (pictures: PictureView[]) => void },
): Promise<string> {
  const words = { alt: '', caption: '', credit: '' };
  const answer = mayAdd
    ? await upload(file, words, () => undefined)
    : { ok: false as const, why: 'You may not add to the library.' };
  if (answer.ok) onKnown([answer.picture]);
  settle(editor, id, answer.ok ? answer.picture.id : null);
  return answer.ok ? '' : answer.why;
}

/** Puts the library's id in place of the one that was made up, or takes the picture out again. */
function settle(editor: Editor, id: string, pictureId: string | null): void {
  if (editor.isDestroyed) return;
  const { tr, doc } = editor.state;
  doc.forEach((node, offset) => {
    if (node.attrs.pictureId !== id) return;
    if (pictureId)
      tr.setNodeMarkup(tr.mapping.map(offset), undefined, { ...node.attrs, pictureId });
    else tr.delete(tr.mapping.map(offset), tr.mapping.map(offset + node.nodeSize));
  });
  editor.view.dispatch(tr.setMeta('addToHistory', false));
}

function leftElsewhere(count: number): string {
  return count === 1
    ? 'A picture was left where it is, on another site. Save it on this device to add it.'
    : `${count} pictures were left where they are, on another site. Save them on this device to add them.`;
}
