'use client';

import { type Editor, type JSONContent, useEditor } from '@tiptap/react';
import { useRef } from 'react';
import type { Body } from '#features/stories/body.ts';
import { toBody, toEditor } from '#features/stories/components/editor/convert.ts';
import { dressedExtensions } from '#features/stories/components/editor/views/dressed.ts';

export type BodyEditor = {
  editor: Editor | null;
  read: () => Body;
  replace: (body: Body) => void;
};

/** The text of the story in Tiptap. `onChange` is called at every change that a person makes. */
export function useBody(first: Body, editable: boolean, onChange: () => void): BodyEditor {
  // Next hides a page that is left and shows it again; Tiptap is made anew then, from this.
  const latest = useRef<JSONContent | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const editor = useEditor({
    extensions: dressedExtensions,
    content: toEditor(first),
    editable,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text of the story',
        'aria-describedby': 'body-error',
      },
    },
    onCreate: ({ editor: made }) => {
      if (latest.current) made.commands.setContent(latest.current, { emitUpdate: false });
    },
    onUpdate: ({ editor: now }) => {
      latest.current = now.getJSON();
      changed.current();
    },
  });
  return {
    editor,
    read: () => (latest.current ? toBody(latest.current) : first),
    replace: (body) => {
      latest.current = toEditor(body);
      editor?.commands.setContent(latest.current, { emitUpdate: false });
    },
  };
}
