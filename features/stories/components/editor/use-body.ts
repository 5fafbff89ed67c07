'use client';

import type { Node } from '@tiptap/pm/model';
import { type Editor, useEditor } from '@tiptap/react';
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
  // Next hides a page that is left and shows it again; Tiptap is made anew then, from these.
  const given = useRef(first);
  const typed = useRef<Node | null>(null);
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
        id: 'body',
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text of the story',
        'aria-describedby': 'body-error',
      },
    },
    onCreate: ({ editor: made }) => {
      const content = typed.current?.toJSON() ?? toEditor(given.current);
      made.commands.setContent(content, { emitUpdate: false });
      if (typed.current) typed.current = made.state.doc;
    },
    onUpdate: ({ editor: now }) => {
      typed.current = now.state.doc;
      changed.current();
    },
  });
  return {
    editor,
    read: () => (typed.current ? toBody(typed.current) : given.current),
    replace: (body) => {
      given.current = body;
      typed.current = null;
      editor?.commands.setContent(toEditor(body), { emitUpdate: false });
    },
  };
}
