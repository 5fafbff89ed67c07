import type { Metadata } from 'next';
import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { LinkOfNoUse } from '#app/(desk)/desk/link-of-no-use.tsx';
import { ResetForm } from '#features/people/components/reset-form.tsx';
import { linkPage } from '#features/people/links.ts';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ResetPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const page = typeof token === 'string' ? await linkPage(token, 'reset') : null;
  if (!page || typeof token !== 'string') return <LinkOfNoUse />;
  return (
    <DoorPage title="Set a new password">
      <p className="text-soft">You are signed out everywhere, and sign in with the new one.</p>
      <ResetForm token={token} {...page} />
    </DoorPage>
  );
}
