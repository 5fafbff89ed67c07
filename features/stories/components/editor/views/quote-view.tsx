'use client';

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { InlineField, leaving } from '#features/stories/components/editor/views/inline-field.tsx';

export function QuoteView({ node, updateAttributes, editor, getPos }: ReactNodeViewProps) {
  const onLeave = leaving({ editor, getPos });
  const { speaker, source } = node.attrs as { speaker: string; source: string };
  return (
    <NodeViewWrapper as="blockquote">
      <NodeViewContent />
      <div contentEditable={false} className="inline-fields">
        <InlineField
          label="Who said it"
          value={speaker}
          disabled={!editor.isEditable}
          onLeave={onLeave}
          onChange={(value) => updateAttributes({ speaker: value })}
        />
        <InlineField
          label="Where it is from"
          value={source}
          disabled={!editor.isEditable}
          onLeave={onLeave}
          onChange={(value) => updateAttributes({ source: value })}
        />
      </div>
    </NodeViewWrapper>
  );
}
