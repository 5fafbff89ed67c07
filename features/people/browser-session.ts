'use client';

import { getCsrfToken, signIn, signOut } from 'next-auth/react';
import { done, type FormState, refused } from '#lib/forms.ts';
import { deskPath, signInPath } from '#lib/paths.ts';

/** Signs in and loads the desk afresh, so that nothing of who was here before is left in memory. */
export async function openDesk(email: string, password: string): Promise<FormState> {
  const answer = await signInHere(email, password);
  if (answer.status === 'done') window.location.assign(deskPath());
  return answer;
}

/** Signs in and stays on the page. */
export async function signInHere(email: string, password: string): Promise<FormState> {
  // Without a server next-auth would leave the page, and what was typed would be gone.
  if (!(await getCsrfToken())) throw new Error('the server did not answer');
  const answer = await signIn('credentials', { email, password, redirect: false });
  return answer?.error ? refused({ why: answer.error }) : done();
}

export async function leaveDesk(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign(signInPath());
}
