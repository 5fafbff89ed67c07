import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Block, Body } from '#features/stories/body.ts';

const EMPTY: JSONContent = { type: 'paragraph' };

/** Begins the id of a picture that is pasted and not in the library yet. */
export const PENDING = 'pending:';

/** A body as the editor takes it. An empty one gets a paragraph, so that there is a place to type. */
export function toEditor(body: Body): JSONContent {
  return { type: 'doc', content: body.content.length > 0 ? body.content : [EMPTY] };
}

/** ProseMirror never changes a node, so a block that was converted once stays as it is. */
const converted = new WeakMap<Node, Block>();

/**
 * What the editor holds, as a body: without what ProseMirror needs for itself (spans of cells, empty
 * lists of content; its attributes have no prototype and could not be sent), without the empty paragraphs
 * that it keeps at the end for the cursor, and without pictures that are still on their way.
 */
export function toBody(doc: Node): Body {
  const blocks: Block[] = [];
  doc.forEach((node) => {
    if (!isPending(node)) blocks.push(blockOf(node));
  });
  while (isEmptyParagraph(blocks.at(-1))) blocks.pop();
  return { type: 'doc', content: blocks };
}

function blockOf(node: Node): Block {
  const known = converted.get(node);
  if (known) return known;
  const block = bare(node.toJSON()) as Block;
  converted.set(node, block);
  return block;
}

function isEmptyParagraph(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && !block.content;
}

function isPending({ type, attrs }: Node): boolean {
  return type.name === 'picture' && String(attrs.pictureId).startsWith(PENDING);
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
