import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { SignInForm } from '#features/people/components/sign-in-form.tsx';
import { passkeysWork } from '#features/people/passkeys.ts';
import { currentStaff } from '#features/people/session.ts';
import { env } from '#lib/env.ts';
import { deskPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ changed?: string; refused?: string; error?: string }>;
}) {
  if (await currentStaff()) redirect(deskPath());
  const { changed, refused, error } = await searchParams;
  return (
    <DoorPage title="Sign in to the desk">
      {changed && (
        <Notice kind="done">Your password is changed. Please sign in with the new one.</Notice>
      )}
      {(refused || error) && (
        <Notice kind="problem">
          {refused
            ? 'This account is not on the staff, or its address is not verified. Ask an administrator to invite you.'
            : 'The sign-in did not come to its end. Please try again.'}
        </Notice>
      )}
      <SignInForm passkeys={passkeysWork()} sso={env().oidc?.name} />
      <noscript>
        <p className="notice notice-problem">The desk needs JavaScript. Readers’ pages do not.</p>
      </noscript>
    </DoorPage>
  );
}
