'use client';

import { getCsrfToken, signIn, signOut } from 'next-auth/react';
import { done, type FormState, refused } from '#lib/forms.ts';
import { deskPath, signInPath } from '#lib/paths.ts';

/** Signs in and loads the desk afresh, so that nothing of who was here before is left in memory. */
export async function openDesk(email: string, password: string): Promise<FormState> {
  // Without a server next-auth would leave the page, and what was typed would be gone.
  if (!(await getCsrfToken())) throw new Error('the server did not answer');
  const answer = await signIn('credentials', { email, password, redirect: false });
  if (answer?.error) return refused({ why: answer.error });
  window.location.assign(deskPath());
  return done();
}

export async function leaveDesk(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign(signInPath());
}
