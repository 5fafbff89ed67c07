import { type Command, type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    blocks: {
      /** The whole block goes over the one before (-1) or after it (1). */
      moveBlock: (by: -1 | 1) => ReturnType;
      duplicateBlock: () => ReturnType;
      removeBlock: () => ReturnType;
      /** Puts the cursor into the text after the block, which is made if there is none. */
      leaveBlock: () => ReturnType;
      /** Marks the whole block, so that it can be moved, copied and removed. */
      selectBlock: () => ReturnType;
    };
  }
}

type Place = { index: number; from: number; node: Node };

/** The block of the story, not one inside another, in which the cursor is or that is marked. */
function placeOf({ doc, selection }: { doc: Node; selection: { from: number } }): Place | null {
  const index = doc.resolve(selection.from).index(0);
  const node = doc.maybeChild(index);
  if (!node) return null;
  let from = 0;
  for (let before = 0; before < index; before += 1) from += doc.child(before).nodeSize;
  return { index, from, node };
}

const moveBlock =
  (by: -1 | 1): Command =>
  ({ tr, dispatch }) => {
    const place = placeOf(tr);
    const other = place && tr.doc.maybeChild(place.index + by);
    if (!place || !other) return false;
    if (!dispatch) return true;
    closeHistory(tr);
    const { from, node } = place;
    const { selection } = tr;
    const inside = { anchor: selection.anchor - from, head: selection.head - from };
    const first = by < 0 ? from - other.nodeSize : from;
    const pair = by < 0 ? [node, other] : [other, node];
    tr.replaceWith(first, first + node.nodeSize + other.nodeSize, Fragment.from(pair));
    const at = by < 0 ? first : first + other.nodeSize;
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, at + (selection.from - from))
        : TextSelection.between(
            tr.doc.resolve(at + inside.anchor),
            tr.doc.resolve(at + inside.head),
          ),
    );
    tr.scrollIntoView();
    return true;
  };

const duplicateBlock =
  (): Command =>
  ({ tr, dispatch }) => {
    const place = placeOf(tr);
    if (place && dispatch) tr.insert(place.from + place.node.nodeSize, place.node).scrollIntoView();
    return place !== null;
  };

const removeBlock =
  (): Command =>
  ({ tr, dispatch, state }) => {
    const place = placeOf(tr);
    if (!place) return false;
    if (!dispatch) return true;
    closeHistory(tr);
    const { from, node } = place;
    const end = from + node.nodeSize;
    if (tr.doc.childCount === 1) tr.replaceWith(from, end, emptyParagraph(state.schema));
    else tr.delete(from, end);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1));
    tr.scrollIntoView();
    return true;
  };

const leaveBlock =
  (): Command =>
  ({ tr, dispatch, state }) => {
    const place = placeOf(tr);
    if (!place) return false;
    if (!dispatch) return true;
    const after = place.from + place.node.nodeSize;
    const next = tr.doc.maybeChild(place.index + 1);
    if (next?.type.name !== 'paragraph') tr.insert(after, emptyParagraph(state.schema));
    tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
    return true;
  };

const selectBlock =
  (): Command =>
  ({ tr, dispatch }) => {
    const place = placeOf(tr);
    if (!place || !NodeSelection.isSelectable(place.node)) return false;
    if (dispatch) tr.setSelection(NodeSelection.create(tr.doc, place.from));
    return true;
  };

function emptyParagraph({ nodes }: { nodes: Editor['schema']['nodes'] }): Node {
  const { paragraph } = nodes;
  if (!paragraph) throw new Error('the editor has no paragraphs');
  return paragraph.create();
}

/** In a heading, a pull quote, a quote or a fact box with nothing in it: an ordinary line again. */
function plainAgain(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.content.size > 0) return false;
  if (/^(heading|pullQuote)$/.test($from.parent.type.name))
    return editor.commands.setNode('paragraph');
  const around = $from.node(-1);
  if (!around || !/^(quote|factBox)$/.test(around.type.name) || around.childCount > 1) return false;
  return editor.commands.lift(around.type.name);
}

/** From the words of a block to its own fields: who said it, what it shows. */
function toFields(editor: Editor): boolean {
  if (editor.isActive('listItem') || editor.isActive('table')) return false;
  const place = placeOf(editor.state);
  const dom = place && editor.view.nodeDOM(place.from);
  const field =
    dom instanceof HTMLElement && dom.querySelector<HTMLElement>('.inline-field .control');
  if (!field) return false;
  field.focus();
  return true;
}

/** Whole blocks, by the keyboard. */
export const Blocks = Extension.create({
  name: 'blocks',
  /** Asked before the others that know the same keys: what does nothing here is left to them. */
  priority: 110,
  addCommands: () => ({ moveBlock, duplicateBlock, removeBlock, leaveBlock, selectBlock }),
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      'Alt-ArrowUp': () => editor.commands.moveBlock(-1),
      'Alt-ArrowDown': () => editor.commands.moveBlock(1),
      'Mod-Shift-Backspace': () => editor.commands.removeBlock(),
      'Mod-Enter': () => editor.commands.leaveBlock(),
      Escape: () => editor.commands.selectBlock(),
      Backspace: () => plainAgain(editor),
      Tab: () => toFields(editor),
    };
  },
});
