'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { getCsrfToken, signIn, signOut } from 'next-auth/react';
import { passkeyChallengeAction } from '#features/people/actions.ts';
import { CODE_WANTED } from '#features/people/second-step.ts';
import { done, type FormState, IDLE, refused } from '#lib/forms.ts';
import { deskPath, signInPath } from '#lib/paths.ts';

/** Where a sign-in stands: in, refused, or waiting for a code that goes with the ticket. */
export type SignedIn = { state: FormState; ticket?: string };

/** Signs in and loads the desk afresh, so that nothing of who was here before is left in memory. */
export function openDesk(email: string, password: string): Promise<SignedIn> {
  return toDesk(signInHere('credentials', { email, password }));
}

/** The second step of those who have an app. */
export function openDeskWithCode(ticket: string, code: string): Promise<SignedIn> {
  return toDesk(signInHere('code', { ticket, code }));
}

/** By a passkey, which is both steps at once. Null if the person did not want to after all. */
export async function openDeskWithPasskey(): Promise<SignedIn | null> {
  const challenge = await passkeyChallengeAction();
  if (!challenge.ok) return { state: refused(challenge) };
  try {
    const answer = await startAuthentication({ optionsJSON: challenge.value });
    return await toDesk(signInHere('passkey', { answer: JSON.stringify(answer) }));
  } catch (error) {
    if (error instanceof Error && /^(NotAllowed|Abort)Error$/.test(error.name)) return null;
    throw error;
  }
}

/** By the provider of single sign-on: the browser goes there and comes back. */
export async function openDeskBySso(): Promise<SignedIn> {
  await signIn('sso', { callbackUrl: deskPath() });
  return { state: done() };
}

async function toDesk(signingIn: Promise<SignedIn>): Promise<SignedIn> {
  const signedIn = await signingIn;
  if (signedIn.state.status === 'done') window.location.assign(deskPath());
  return signedIn;
}

/** Signs in and stays on the page. */
export async function signInHere(
  way: 'credentials' | 'code' | 'passkey',
  fields: Record<string, string>,
): Promise<SignedIn> {
  // Without a server next-auth would leave the page, and what was typed would be gone.
  if (!(await getCsrfToken())) throw new Error('the server did not answer');
  const answer = await signIn(way, { ...fields, redirect: false });
  const error = answer?.error ?? '';
  if (error.startsWith(CODE_WANTED)) {
    return { state: IDLE, ticket: error.slice(CODE_WANTED.length) };
  }
  return { state: error ? refused({ why: error }) : done() };
}

export async function leaveDesk(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign(signInPath());
}
