'use client';

import { signOut } from 'next-auth/react';
import { useState } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { signInPath } from '#lib/paths.ts';

export function SignOutButton({ className = '' }: { className?: string }) {
  const ready = useHydrated();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await signOut({ redirect: false });
      window.location.assign(signInPath());
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
