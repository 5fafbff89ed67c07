'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { whatItIs } from '#features/stories/components/editor/embed-dialog.tsx';
import { InlineField, leaving } from '#features/stories/components/editor/views/inline-field.tsx';
import { embedOf } from '#features/stories/embeds.ts';

/** Only the address is shown: the desk fetches nothing from another site. */
export function EmbedView({
  node,
  updateAttributes,
  editor,
  getPos,
  deleteNode,
}: ReactNodeViewProps) {
  const { url, title } = node.attrs as { url: string; title: string };
  return (
    <NodeViewWrapper as="figure" className="block-box" data-drag-handle="">
      <p className="block-box-head">
        <span lang="en" dir="ltr">
          {embedOf(url)?.name ?? 'From another site'}
        </span>
        {editor.isEditable && (
          <button type="button" className="link" onClick={() => deleteNode()}>
            Remove
          </button>
        )}
      </p>
      <p className="break-all" dir="ltr">
        {url}
      </p>
      <p className="text-note text-soft" lang="en" dir="ltr">
        {whatItIs(url)}
      </p>
      <InlineField
        label="What it is"
        value={title}
        disabled={!editor.isEditable}
        onLeave={leaving({ editor, getPos })}
        onChange={(value) => updateAttributes({ title: value })}
      />
    </NodeViewWrapper>
  );
}
