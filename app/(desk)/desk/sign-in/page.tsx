import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '#components/controls/notice.tsx';
import { SignInForm } from '#features/people/components/sign-in-form.tsx';
import { currentStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { deskPath, frontPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ changed?: string }>;
}) {
  if (await currentStaff()) redirect(deskPath());
  const { changed } = await searchParams;
  const { name } = await siteSettings();
  return (
    <main className="door">
      <a href={frontPath()} className="masthead">
        {name}
      </a>
      <h1 className="text-title">Sign in to the desk</h1>
      {changed && (
        <Notice kind="done">Your password is changed. Please sign in with the new one.</Notice>
      )}
      <SignInForm />
      <noscript>
        <p className="notice notice-problem">The desk needs JavaScript. Readers’ pages do not.</p>
      </noscript>
    </main>
  );
}
