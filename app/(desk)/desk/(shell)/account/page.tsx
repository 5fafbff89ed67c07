import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppKept } from '#features/people/components/app-kept.tsx';
import { PasskeyForm, PasskeyList } from '#features/people/components/passkey-list.tsx';
import { PasswordForm } from '#features/people/components/password-form.tsx';
import { SessionList } from '#features/people/components/session-list.tsx';
import { ownFactors } from '#features/people/factors.ts';
import { ownPasskeys, passkeysWork } from '#features/people/passkeys.ts';
import { ownSessions } from '#features/people/queries.ts';
import { currentSessionId, requireStaff } from '#features/people/session.ts';
import type { PasskeyView, SessionView } from '#features/people/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { dayIn, shortDate } from '#lib/dates.ts';
import { secondStepPath, signInPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Your account' };

const HOW: Record<SessionView['method'], string> = {
  password: 'Password',
  code: 'Password and code',
  passkey: 'Passkey',
  sso: 'Single sign-on',
};

export default async function AccountPage() {
  const staff = await requireStaff();
  const here = await currentSessionId();
  if (!here) redirect(signInPath());
  const { timeZone } = await siteSettings();
  const roles = [...new Set(staff.grants.map((grant) => grant.role))].join(', ');
  const factors = await ownFactors(staff);
  const sessions = await ownSessions(staff, here);
  const passkeys = await ownPasskeys(staff);
  return (
    <>
      <h1 className="text-title">{staff.name}</h1>
      <p className="text-soft">Your role: {roles || 'none'}.</p>
      {factors.password && (
        <Part id="password" title="Change the password">
          <p className="max-w-prose text-soft">
            You are signed out everywhere, here too, and sign in again with the new one.
          </p>
          <PasswordForm name={staff.name} />
        </Part>
      )}
      <Part id="second-step" title="Second step">
        {factors.app ? (
          <AppKept codesLeft={factors.codesLeft} asksPassword={factors.password} />
        ) : (
          <>
            <p className="max-w-prose text-soft">
              After the password you type a code from an app on your phone. Whoever steals the
              password alone does not get in.
            </p>
            <p>
              <a href={secondStepPath()} className="button">
                Set up an authenticator app
              </a>
            </p>
          </>
        )}
      </Part>
      <Part id="passkeys" title="Passkeys">
        <p className="max-w-prose text-soft">
          A passkey is kept on a device or in a password manager and opened by your finger, face or
          PIN. It takes the place of password and code, and works on this site only.
        </p>
        <PasskeyList passkeys={passkeys.map((passkey) => passkeyLine(passkey, timeZone))} />
        {passkeysWork() ? (
          <PasskeyForm asksPassword={factors.password} />
        ) : (
          <p>They cannot be made while the site’s address is a number and not a name.</p>
        )}
      </Part>
      <Part id="sessions" title="Where you are signed in">
        <SessionList sessions={sessions.map((session) => lineOf(session, timeZone))} />
      </Part>
    </>
  );
}

function lineOf({ method, since, seen, ...session }: SessionView, timeZone: string) {
  return {
    ...session,
    how: HOW[method],
    since: dayOf(since, timeZone),
    seen: dayOf(seen, timeZone),
  };
}

function passkeyLine({ id, name, createdAt, usedAt }: PasskeyView, timeZone: string) {
  const used = usedAt ? `last used: ${dayOf(usedAt, timeZone)}` : 'not used yet';
  return { id, name, since: shortDate(createdAt, { timeZone, language: 'en' }), used };
}

/** Near days by their name: to the day is as exactly as anybody needs to know. */
function dayOf(moment: Date, timeZone: string): string {
  const day = dayIn(moment, timeZone);
  const [today, yesterday] = [0, 1].map((days) =>
    dayIn(new Date(now().getTime() - days * 24 * 3_600_000), timeZone),
  );
  if (day === today) return 'Today';
  return day === yesterday ? 'Yesterday' : shortDate(moment, { timeZone, language: 'en' });
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-rule pt-4" aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
