'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** Fetches the page again when somebody comes back to it: Next keeps what it hides as it was. */
export function FreshOnReturn() {
  const router = useRouter();
  const wasHere = useRef(false);
  useEffect(() => {
    if (wasHere.current) router.refresh();
    wasHere.current = true;
  }, [router]);
  return null;
}
