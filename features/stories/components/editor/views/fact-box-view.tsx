'use client';

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { InlineField, leaving } from '#features/stories/components/editor/views/inline-field.tsx';

export function FactBoxView({ node, updateAttributes, editor, getPos }: ReactNodeViewProps) {
  return (
    <NodeViewWrapper as="aside" className="fact-box">
      <div contentEditable={false} className="inline-fields">
        <InlineField
          label="Title of the fact box"
          value={String(node.attrs.title)}
          disabled={!editor.isEditable}
          onLeave={leaving({ editor, getPos })}
          onChange={(title) => updateAttributes({ title })}
        />
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}
