'use client';

import { type DragEvent, type KeyboardEvent, useState } from 'react';

/** Props that let the things of a list be put in another order, by dragging and by Alt with the arrow keys. */
export function useReorder<T>(
  items: readonly T[],
  onChange: (items: T[], moved: T, to: number) => void,
) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    const moved = items[from];
    if (moved === undefined || to < 0 || to >= items.length || from === to) return;
    const rest = items.filter((_, at) => at !== from);
    onChange([...rest.slice(0, to), moved, ...rest.slice(to)], moved, to);
  };
  const propsOf = (at: number) => ({
    draggable: true,
    'data-over': over === at && dragged !== at ? '' : undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      setDragged(at);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(at);
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      move(dragged, at);
    },
    onDragEnd: () => {
      setDragged(null);
      setOver(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.altKey) return;
      const back = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
      if (!back && event.key !== 'ArrowDown' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      move(at, at + (back ? -1 : 1));
    },
  });
  return { move, propsOf };
}
