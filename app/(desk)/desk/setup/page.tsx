import type { Metadata } from 'next';
import { setUpTokenIsValid } from '#features/people/commands.ts';
import { SetUpForm } from '#features/people/components/set-up-form.tsx';
import { MIN_PASSWORD } from '#features/people/input.ts';
import { siteSettings } from '#features/site/queries.ts';
import { frontPath, signInPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const { name } = await siteSettings();
  const usable = typeof token === 'string' && (await setUpTokenIsValid(token));
  return (
    <main className="door">
      <a href={frontPath()} className="masthead">
        {name}
      </a>
      {usable ? (
        <>
          <h1 className="text-title">The first administrator</h1>
          <p className="text-soft">
            This account manages the staff and the sections. Everybody else is added at the desk.
          </p>
          <SetUpForm token={token} minPassword={MIN_PASSWORD} />
        </>
      ) : (
        <>
          <h1 className="text-title">This link cannot be used</h1>
          <p className="text-soft">
            It has been used, or is too old, or somebody can sign in already. While nobody can,
            Dateline prints a new link each time it starts.
          </p>
          <p>
            <a href={signInPath()} className="link">
              Sign in
            </a>
          </p>
        </>
      )}
    </main>
  );
}
