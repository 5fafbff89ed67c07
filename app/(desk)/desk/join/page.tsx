import type { Metadata } from 'next';
import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { LinkOfNoUse } from '#app/(desk)/desk/link-of-no-use.tsx';
import { JoinForm } from '#features/people/components/join-form.tsx';
import { linkPage } from '#features/people/links.ts';

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function JoinPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const page = typeof token === 'string' ? await linkPage(token, 'invite') : null;
  if (!page || typeof token !== 'string') return <LinkOfNoUse />;
  return (
    <DoorPage title="Come to the desk">
      <p className="text-soft">
        You are invited to work here. Choose your name and a password that nobody else knows.
      </p>
      <JoinForm token={token} email={page.email} />
    </DoorPage>
  );
}
