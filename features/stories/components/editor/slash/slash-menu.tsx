'use client';

import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';
import type { Insertion } from '#features/stories/components/editor/insertions.ts';
import type { SlashProps } from '#features/stories/components/editor/slash/extension.ts';

/** Room that the menu wants under the line before it stands over it. */
const HEIGHT = 320;

/** What "/" offers. The focus stays in the text; the arrow keys choose, Enter takes, Escape ends. */
export function SlashMenu({ editor, onAsk }: { editor: Editor; onAsk: (what: Insertion) => void }) {
  const { open, active, choose } = useSlash(editor, onAsk);
  const list = useId();
  const items = open?.items ?? [];
  useActiveDescendant(
    editor,
    items.length > 0 ? list : null,
    items.length > 0 ? `${list}-${active}` : null,
  );
  const rect = open?.clientRect?.();
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
              onClick={() => choose(at)}
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

function useSlash(editor: Editor, onAsk: (what: Insertion) => void) {
  const [open, setOpen] = useState<SlashProps | null>(null);
  const [active, setActive] = useState(0);
  const latest = useRef({ open, active, onAsk });
  latest.current = { open, active, onAsk };
  useEffect(() => {
    const { slash } = editor.storage;
    slash.menu = {
      show: (props) => {
        const before = latest.current.open;
        if (!props || props.query !== before?.query) setActive(0);
        setOpen(props);
      },
      press: ({ key }) => {
        const { open: now, active: at } = latest.current;
        const count = now?.items.length ?? 0;
        if (!now || count === 0) return false;
        if (key === 'ArrowDown') setActive((at + 1) % count);
        else if (key === 'ArrowUp') setActive((at + count - 1) % count);
        else if (key === 'Enter' || key === 'Tab') take(now, at);
        else return false;
        return true;
      },
      choose: (piece) => piece.put(editor, latest.current.onAsk),
    };
    return () => {
      slash.menu = null;
    };
  }, [editor]);
  return {
    open,
    active,
    choose: (at: number) => {
      if (open) take(open, at);
    },
  };
}

function take(open: SlashProps, at: number): void {
  const piece = open.items[at];
  if (piece) open.command(piece);
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
