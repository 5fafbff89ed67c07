'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** A button that shows more of them. Ends by Escape, by a choice, and when the focus goes elsewhere. */
export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      if (!around.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in any of the buttons closes the list.
    <div
      ref={around}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={list} className="menu-list" hidden={!open}>
        {children}
      </div>
    </div>
  );
}

/** One act of a menu. What is not possible now stays reachable and says why. */
export function MenuItem({
  onChoose,
  why,
  children,
}: {
  onChoose: () => void;
  why?: string | undefined;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="menu-item"
      aria-disabled={why ? true : undefined}
      title={why}
      onClick={(event) => {
        if (why) return;
        event.currentTarget.closest('.menu')?.querySelector<HTMLElement>('button')?.click();
        onChoose();
      }}
    >
      <span>{children}</span>
      {why && <span className="menu-why">{why}</span>}
    </button>
  );
}
