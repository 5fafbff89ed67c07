import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { AppSetUpSteps } from '#features/people/components/app-set-up.tsx';
import { SignOutButton } from '#features/people/components/sign-out-button.tsx';
import { ownFactors } from '#features/people/factors.ts';
import { currentStaff } from '#features/people/session.ts';
import { accountPath, signInPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Second step' };

/** Where an app is set up: by choice, or because the role asks for it and nothing else is open. */
export default async function SecondStepPage() {
  const staff = await currentStaff();
  if (!staff) redirect(signInPath());
  const { app, password } = await ownFactors(staff);
  if (app && !staff.owesSecondStep) redirect(accountPath());
  return (
    <DoorPage title="A second step for your account">
      {staff.owesSecondStep ? (
        <p>
          Your role asks for more than a password.{' '}
          {app
            ? 'You have an app: sign out, and sign in again with its code.'
            : 'Set up an authenticator app now; or, if you have a passkey here, sign out and sign in with it.'}
        </p>
      ) : (
        <p className="text-soft">
          After the password you type a code from an app on your phone. Whoever steals the password
          alone does not get in.
        </p>
      )}
      {!app && <AppSetUpSteps asksPassword={password} />}
      <p className="flex gap-4">
        {staff.owesSecondStep ? (
          <SignOutButton className="link" />
        ) : (
          <a href={accountPath()} className="link">
            Not now
          </a>
        )}
      </p>
    </DoorPage>
  );
}
