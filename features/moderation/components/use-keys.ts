'use client';

import { useEffect, useRef } from 'react';

const TYPED_INTO = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Single letters and signs, but never while somebody types or a question is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target as HTMLElement;
      if (at.matches(TYPED_INTO) || document.querySelector('dialog[open], .chooser')) return;
      const press = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!press) return;
      event.preventDefault();
      press();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, []);
}
