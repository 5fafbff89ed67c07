'use client';

import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { type DragEvent, type RefObject, useEffect, useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';

type Spot = { at: number; top: number };

/**
 * Beside the block under the mouse: a click marks it, dragging moves it. For hands that have a mouse;
 * the keyboard has Alt with the arrow keys, and the tools have the same for fingers.
 */
export function BlockHandle({
  editor,
  around,
}: {
  editor: Editor;
  around: RefObject<HTMLElement | null>;
}) {
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const box = around.current;
    if (!box) return undefined;
    const last = { x: 0, y: 0 };
    const follow = (event: MouseEvent) => {
      // A browser says that the mouse moved, too, when the text moved under it.
      if (event.clientX === last.x && event.clientY === last.y) return;
      last.x = event.clientX;
      last.y = event.clientY;
      const block = blockAt(editor, event.clientY);
      if (!block) return;
      const top = block.getBoundingClientRect().top - box.getBoundingClientRect().top;
      const at = startOf(editor, block);
      setSpot((before) => (before?.at === at && before.top === top ? before : { at, top }));
    };
    const hide = () => setSpot(null);
    box.addEventListener('mousemove', follow);
    box.addEventListener('mouseleave', hide);
    editor.on('update', hide);
    return () => {
      box.removeEventListener('mousemove', follow);
      box.removeEventListener('mouseleave', hide);
      editor.off('update', hide);
    };
  }, [editor, around]);
  if (!spot) return null;
  const drag = (event: DragEvent) => {
    const { view } = editor;
    select(editor, spot.at);
    const { dom, text, slice } = view.serializeForClipboard(view.state.selection.content());
    event.dataTransfer.clearData();
    event.dataTransfer.setData('text/html', dom.innerHTML);
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.effectAllowed = 'move';
    const shown = view.nodeDOM(spot.at);
    if (shown instanceof Element) event.dataTransfer.setDragImage(shown, 0, 0);
    view.dragging = { slice, move: true };
  };
  return (
    <button
      type="button"
      className="block-handle"
      style={{ top: spot.top }}
      tabIndex={-1}
      aria-hidden="true"
      title="Drag to move the block, click to mark it"
      draggable
      onDragStart={drag}
      onClick={() => {
        select(editor, spot.at);
        editor.view.focus();
      }}
    >
      <Icon name="grip" />
    </button>
  );
}

function select(editor: Editor, at: number): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)));
}

/** The element of the story's block at this height, wherever the mouse is beside it. */
function blockAt(editor: Editor, y: number): Element | null {
  let low = 0;
  const { children } = editor.view.dom;
  let high = children.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const bottom = children[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom < y) low = middle + 1;
    else high = middle;
  }
  return children[low] ?? null;
}

function startOf(editor: Editor, block: Element): number {
  const { doc } = editor.state;
  const inside = editor.view.posAtDOM(block, 0);
  const $inside = doc.resolve(inside);
  return $inside.depth > 0 ? $inside.before(1) : inside;
}
