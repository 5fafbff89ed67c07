'use client';

import { useEffect, useRef, useState } from 'react';
import type { Company } from '#features/stories/views.ts';
import { presencePath } from '#lib/paths.ts';

const ASK_EVERY_MS = 3_000;
const PATIENCE_MS = 6_000;

/** Says that this editor is open, where the cursor is, and hears who else is in the story. */
export function useCompany(id: string, storyId: string, onHeard: () => void): Company | null {
  const [company, setCompany] = useState<Company | null>(null);
  const heard = useRef(onHeard);
  heard.current = onHeard;
  useEffect(() => {
    if (!storyId) return undefined;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = async () => {
      const answer = await tell({ id, storyId, field: fieldInFocus() });
      if (left) return;
      // Without an answer nobody knows who is there; it is not said that nobody is.
      setCompany((before) => (sameCompany(before, answer) ? before : answer));
      if (answer) heard.current();
      timer = setTimeout(() => void say(), ASK_EVERY_MS);
    };
    const leave = () => {
      const body = JSON.stringify({ id, storyId, field: '', leaving: true });
      fetch(presencePath(), { method: 'POST', body, headers: JSON_TYPE, keepalive: true }).catch(
        () => undefined,
      );
    };
    void say();
    window.addEventListener('pagehide', leave);
    return () => {
      left = true;
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, storyId]);
  return company;
}

/** So that the editor is not drawn anew every few seconds for nothing. */
function sameCompany(a: Company | null, b: Company | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

async function tell(said: object): Promise<Company | null> {
  try {
    const answer = await fetch(presencePath(), {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(said),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? ((await answer.json()) as Company) : null;
  } catch {
    return null;
  }
}

/** The name of the field that has the cursor; the text of the story is `body`. */
function fieldInFocus(): string {
  const at = document.activeElement;
  if (!at || !document.hasFocus()) return '';
  if (at.closest('.paper-body')) return 'body';
  const name = at.getAttribute('name') ?? at.id;
  return at.closest('.editor') && /^[\w-]{1,40}$/.test(name) ? name : '';
}
