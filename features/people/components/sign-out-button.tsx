'use client';

import { useState } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { leaveDesk } from '#features/people/browser-session.ts';

export function SignOutButton({ className = '' }: { className?: string }) {
  const ready = useHydrated();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await leaveDesk();
    } catch {
      setLeaving(false);
    }
  };
  return (
    <button type="button" className={className} onClick={leave} disabled={!ready || leaving}>
      Sign out
    </button>
  );
}
