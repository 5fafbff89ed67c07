import { type Command, Extension } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

type BlockJson = { type: string; attrs?: Record<string, unknown>; content?: unknown[] };

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    putBlock: {
      /**
       * Puts a block of the story where the cursor is: in place of an empty line, else between the words
       * before the cursor and those after it. One goes on in the block itself if there is text in it, else
       * in the line after it.
       */
      putBlock: (block: BlockJson) => ReturnType;
    };
  }
}

const putBlock =
  (json: BlockJson): Command =>
  ({ tr, dispatch, state }) => {
    if (!dispatch) return true;
    const block = state.schema.nodeFromJSON(json);
    const { selection } = tr;
    if (!selection.empty && !(selection instanceof NodeSelection)) tr.deleteSelection();
    const { $from, $to } = tr.selection;
    const line = $from.depth === 1 && $from.parent.type.name === 'paragraph';
    const around = $from.depth === 0 ? $from.nodeAfter : $from.node(1);
    const start = $from.depth === 0 ? $from.pos : $from.before(1);
    const end = start + (around?.nodeSize ?? 0);
    const isEmptyLine = line && $from.parent.content.size === 0;
    let at = isEmptyLine ? start : end;
    if (!isEmptyLine && $from.depth === 1 && $from.parent.isTextblock && $to.pos < $from.end()) {
      if ($from.parentOffset === 0) at = start;
      else {
        tr.split($from.pos);
        at = $from.pos + 1;
      }
    }
    tr.replaceWith(at, isEmptyLine ? end : at, block);
    const after = at + block.nodeSize;
    if (tr.doc.resolve(after).nodeAfter?.type.name !== 'paragraph') {
      const { paragraph } = state.schema.nodes;
      if (paragraph) tr.insert(after, paragraph.create());
    }
    tr.setSelection(TextSelection.near(tr.doc.resolve(block.isAtom ? after : at)));
    tr.scrollIntoView();
    return true;
  };

export const PutBlock = Extension.create({
  name: 'putBlock',
  addCommands: () => ({ putBlock }),
});
