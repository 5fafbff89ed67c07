'use client';

import { useEffect, useRef, useState } from 'react';

/** How long nobody has typed before the server is asked. */
const PAUSE_MS = 150;

/** What `ask` answers to the text that is typed; an answer that comes too late is not shown. */
export function useSuggestions<T>(text: string, ask: (text: string) => Promise<T[]>): T[] {
  const [found, setFound] = useState<T[]>([]);
  const latest = useRef(ask);
  latest.current = ask;
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') {
      setFound([]);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await latest.current(wanted).catch(() => []);
      if (current) setFound(answer);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return found;
}
