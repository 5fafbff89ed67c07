'use client';

import { useEffect, useRef } from 'react';

/**
 * What to do when a field is left. If a pressed pointer leaves it, only once that is let go: what changes
 * the page at once would move the button away from under it.
 */
export function useLeaving(leave: () => void): () => void {
  const pressed = useRef(false);
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const down = () => {
      pressed.current = true;
    };
    const up = () => {
      pressed.current = false;
    };
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
    };
  }, []);
  return () => {
    if (!pressed.current) latest.current();
    else {
      const options = { capture: true, once: true };
      window.addEventListener('pointerup', () => latest.current(), options);
    }
  };
}
