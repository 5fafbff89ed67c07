import type { JSONContent } from '@tiptap/core';
import type { Block, Body } from '#features/stories/body.ts';

const EMPTY: JSONContent = { type: 'paragraph' };

/** Begins the id of a picture that is pasted and not in the library yet. */
export const PENDING = 'pending:';

/** A body as the editor takes it. An empty one gets a paragraph, so that there is a place to type. */
export function toEditor(body: Body): JSONContent {
  return { type: 'doc', content: body.content.length > 0 ? body.content : [EMPTY] };
}

/**
 * What the editor holds, as a body: without what ProseMirror needs for itself (spans of cells, empty
 * lists of content; its attributes have no prototype and could not be sent) and without the empty paragraphs that it keeps at the end for the cursor.
 */
export function toBody(doc: JSONContent): Body {
  const blocks = (doc.content ?? []).filter((node) => !isPending(node)).map(bare);
  while (blocks.length > 0 && isEmptyParagraph(blocks[blocks.length - 1])) blocks.pop();
  return { type: 'doc', content: blocks as Block[] };
}

function isEmptyParagraph(node: JSONContent | undefined): boolean {
  return node?.type === 'paragraph' && !node.content;
}

function isPending({ type, attrs }: JSONContent): boolean {
  return type === 'picture' && String(attrs?.pictureId).startsWith(PENDING);
}

function bare({ type, attrs, content, text, marks }: JSONContent): JSONContent {
  const isCell = type === 'tableCell' || type === 'tableHeader';
  return {
    type: type ?? '',
    ...(attrs && !isCell && Object.keys(attrs).length > 0 ? { attrs: { ...attrs } } : {}),
    ...(content && content.length > 0 ? { content: content.map(bare) } : {}),
    ...(text === undefined ? {} : { text }),
    ...(marks && marks.length > 0 ? { marks: marks.map(bareMark) } : {}),
  };
}

function bareMark({ type, attrs }: { type: string; attrs?: Record<string, unknown> }) {
  return attrs && Object.keys(attrs).length > 0 ? { type, attrs: { ...attrs } } : { type };
}
