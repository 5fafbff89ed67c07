'use client';

import { useEffect, useRef, useState } from 'react';
import type { News } from '#features/moderation/views.ts';
import { queueNewsPath } from '#lib/paths.ts';

const ASK_EVERY_MS = 4_000;
const PATIENCE_MS = 6_000;

/** Asks, while somebody looks, how much lies on the piles, and says when something has changed. */
export function useNews(first: News, onChange: () => void): News {
  const [news, setNews] = useState(first);
  const known = useRef(first.stamp);
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    known.current = first.stamp;
    setNews(first);
  }, [first]);
  useEffect(() => {
    let over = false;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const heard = await ask();
      if (over || !heard || heard.stamp === known.current) return;
      known.current = heard.stamp;
      setNews(heard);
      changed.current();
    }, ASK_EVERY_MS);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  return news;
}

async function ask(): Promise<News | null> {
  try {
    const answer = await fetch(queueNewsPath(), { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? ((await answer.json()) as News) : null;
  } catch {
    return null;
  }
}
