'use client';

import { isTextSelection } from '@tiptap/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import type { Insertion } from '#features/stories/components/editor/insertions.ts';
import { ToolButton } from '#features/stories/components/editor/tool-button.tsx';

/** Over the marked words: what can be done with them. The tools above the text have all of it too. */
export function MarkedTools({
  editor,
  onInsert,
}: {
  editor: Editor;
  onInsert: (what: Insertion) => void;
}) {
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      heading: now.isActive('heading', { level: 2 }),
      quote: now.isActive('quote'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <BubbleMenu
      editor={editor}
      updateDelay={100}
      options={{ placement: 'top', offset: 8 }}
      shouldShow={({ editor: now, state }) => {
        const { selection } = state;
        return (
          now.isEditable &&
          now.isFocused &&
          isTextSelection(selection) &&
          state.doc.textBetween(selection.from, selection.to).length > 0
        );
      }}
    >
      <div role="toolbar" aria-label="Marked words" className="marked-tools">
        <ToolButton name="Bold" icon="bold" on={is.bold} run={() => chain().toggleBold().run()} />
        <ToolButton
          name="Italic"
          icon="italic"
          on={is.italic}
          run={() => chain().toggleItalic().run()}
        />
        <ToolButton name="Link" icon="link" on={is.link} run={() => onInsert('link')} />
        <ToolButton
          name="Heading"
          icon="heading"
          on={is.heading}
          run={() => chain().toggleTextBlock('heading', 2).run()}
        />
        <ToolButton
          name="Quote"
          icon="quote"
          on={is.quote}
          run={() => chain().toggleWrap('quote').run()}
        />
      </div>
    </BubbleMenu>
  );
}
