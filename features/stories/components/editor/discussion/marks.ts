import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  findPassage,
  type Passage,
  passageAt,
} from '#features/stories/components/editor/discussion/passages.ts';

export type Marked = Passage & { id: string };

const key = new PluginKey<DecorationSet>('passages');

/** The text of a document, a line for each block, and where in the document each character is. */
function flat(doc: Node): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock && text) {
      text += '\n';
      at.push(position);
    }
    if (node.type.name === 'hardBreak') {
      text += '\n';
      at.push(position);
    } else if (node.isText && node.text) {
      for (let n = 0; n < node.text.length; n += 1) at.push(position + n);
      text += node.text;
    }
  });
  return { text, at };
}

/** The passage that is selected in the editor, if it is one that can be spoken of. */
export function selectedPassage(editor: Editor): Passage | null {
  const { from, to, empty } = editor.state.selection;
  if (empty) return null;
  const { text, at } = flat(editor.state.doc);
  const first = at.findIndex((position) => position >= from);
  const last = at.findLastIndex((position) => position < to);
  return first < 0 ? null : passageAt(text, first, last + 1);
}

/** Marks passages in the text, and keeps the marks where they are while it is written in. */
export function showPassages(editor: Editor): () => void {
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) =>
        transaction.getMeta(key) ?? marks.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  });
  editor.registerPlugin(plugin);
  return () => {
    if (!editor.isDestroyed) editor.unregisterPlugin(key);
  };
}

/** Marks these passages in place of others; says which of them are not in the text any more. */
export function markPassages(editor: Editor, passages: readonly Marked[]): ReadonlySet<string> {
  const { doc } = editor.state;
  const { text, at } = flat(doc);
  const gone = new Set<string>();
  const marks: Decoration[] = [];
  for (const passage of passages) {
    const place = findPassage(text, passage);
    const [from, to] = [at[place?.from ?? -1], at[(place?.to ?? 0) - 1]];
    if (from === undefined || to === undefined) gone.add(passage.id);
    else marks.push(Decoration.inline(from, to + 1, { class: 'passage' }, { id: passage.id }));
  }
  editor.view.dispatch(editor.state.tr.setMeta(key, DecorationSet.create(doc, marks)));
  return gone;
}

/** Selects the passage of a comment and brings it into sight. */
export function goToPassage(editor: Editor, id: string): void {
  const [mark] =
    key.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  if (mark) editor.chain().setTextSelection(mark).scrollIntoView().focus().run();
}
