'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { InlineField } from '#features/stories/components/editor/views/inline-field.tsx';

/** Only the address is shown: the desk fetches nothing from another site. */
export function EmbedView({ node, updateAttributes, editor, deleteNode }: ReactNodeViewProps) {
  const { url, title } = node.attrs as { url: string; title: string };
  return (
    <NodeViewWrapper as="figure" className="block-box" data-drag-handle="">
      <p className="block-box-head">
        <span>From another site</span>
        {editor.isEditable && (
          <button type="button" className="link" onClick={() => deleteNode()}>
            Remove
          </button>
        )}
      </p>
      <p className="break-all">{url}</p>
      <InlineField
        label="What it is"
        value={title}
        disabled={!editor.isEditable}
        onChange={(value) => updateAttributes({ title: value })}
      />
    </NodeViewWrapper>
  );
}
