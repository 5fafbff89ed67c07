'use client';

import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';
import {
  type Insertion,
  type Piece,
  piecesFor,
} from '#features/stories/components/editor/insertions.ts';
import type { SlashProps } from '#features/stories/components/editor/slash/extension.ts';

/** Room that the menu wants under the line before it stands over it. */
const HEIGHT = 320;

/** What "/" offers. The focus stays in the text; the arrow keys choose, Enter takes, Escape ends. */
export function SlashMenu({ editor, onAsk }: { editor: Editor; onAsk: (what: Insertion) => void }) {
  const open = useSlash(editor, onAsk);
  const list = useId();
  const { items = [], active = 0 } = open ?? {};
  useActiveDescendant(
    editor,
    items.length > 0 ? list : null,
    items.length > 0 ? `${list}-${active}` : null,
  );
  const rect = open?.props.clientRect?.();
  const option = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element in sight changes with these.
  useEffect(() => {
    option.current?.scrollIntoView({ block: 'nearest' });
  }, [active, items.length]);
  return (
    <>
      <p className="sr-only" role="status">
        {open && (items.length > 0 ? `${items.length} to choose from` : 'Nothing of that name')}
      </p>
      {items.length > 0 && rect && (
        <ul
          id={list}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list box is a list.
          role="listbox"
          aria-label="What to put in"
          tabIndex={0}
          className="slash-menu"
          style={placed(rect)}
        >
          {items.map((piece, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the text.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text.
            <li
              key={piece.name}
              id={`${list}-${at}`}
              ref={at === active ? option : undefined}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above.
              role="option"
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open && take(open, at)}
            >
              <Icon name={piece.icon} />
              {piece.name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Open = { props: SlashProps; items: Piece[]; active: number };

/** What is offered is known at once, and not when it has been drawn: Enter may come before that. */
function useSlash(editor: Editor, onAsk: (what: Insertion) => void) {
  const [open, setOpen] = useState<Open | null>(null);
  const now = useRef<Open | null>(null);
  const ask = useRef(onAsk);
  ask.current = onAsk;
  useEffect(() => {
    const { slash } = editor.storage;
    const set = (next: Open | null) => {
      now.current = next;
      setOpen(next);
    };
    slash.menu = {
      show: (props) => {
        const before = now.current;
        const same = props !== null && props.query === before?.props.query;
        const items = piecesFor(props?.query ?? '');
        set(props && { props, items, active: same ? before.active : 0 });
      },
      press: ({ key }) => {
        const { current } = now;
        if (!current || current.items.length === 0) return false;
        const { active, items } = current;
        const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[key];
        if (step) set({ ...current, active: (active + step) % items.length });
        else if (key === 'Enter' || key === 'Tab') take(current, active);
        else return false;
        return true;
      },
      choose: (piece) => piece.put(editor, ask.current),
    };
    return () => {
      slash.menu = null;
    };
  }, [editor]);
  return open;
}

function take({ items, props }: Open, at: number): void {
  const piece = items[at];
  if (piece) props.command(piece);
}

/** Tells a screen reader in the text which line of the list is meant. */
function useActiveDescendant(editor: Editor, list: string | null, option: string | null): void {
  useEffect(() => {
    const { dom } = editor.view;
    const set = (name: string, value: string | null) =>
      value ? dom.setAttribute(name, value) : dom.removeAttribute(name);
    set('aria-controls', list);
    set('aria-activedescendant', option);
  }, [editor, list, option]);
}

function placed(rect: DOMRect) {
  const { innerHeight, innerWidth } = window;
  const left = Math.max(8, Math.min(rect.left, innerWidth - 264));
  if (rect.bottom + HEIGHT < innerHeight || rect.top < HEIGHT) {
    return { left, top: rect.bottom + 4, maxHeight: Math.max(160, innerHeight - rect.bottom - 16) };
  }
  return { left, bottom: innerHeight - rect.top + 4, maxHeight: HEIGHT };
}
