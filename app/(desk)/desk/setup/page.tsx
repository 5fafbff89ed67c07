import type { Metadata } from 'next';
import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { setUpTokenIsValid } from '#features/people/commands.ts';
import { SetUpForm } from '#features/people/components/set-up-form.tsx';
import { signInPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  if (typeof token === 'string' && (await setUpTokenIsValid(token))) {
    return (
      <DoorPage title="The first administrator">
        <p className="text-soft">
          This account manages the staff and the settings. Everybody else is invited from the desk.
        </p>
        <SetUpForm token={token} />
      </DoorPage>
    );
  }
  return (
    <DoorPage title="This link cannot be used">
      <p className="text-soft">
        It has been used, or is too old, or somebody can sign in already. While nobody can, Dateline
        prints a new link each time it starts.
      </p>
      <p>
        <a href={signInPath()} className="link">
          Sign in
        </a>
      </p>
    </DoorPage>
  );
}
