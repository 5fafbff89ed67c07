import type { Metadata } from 'next';
import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { ForgotForm } from '#features/people/components/forgot-form.tsx';
import { mailIsOn } from '#lib/env.ts';
import { signInPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function ForgotPage() {
  return (
    <DoorPage title="A new password">
      {mailIsOn() ? (
        <>
          <p className="text-soft">
            You get a link by mail, by which you set a new one. It is good for two hours.
          </p>
          <ForgotForm />
        </>
      ) : (
        <p>
          This site sends no mail. Ask an administrator of the newsroom: they can make a link for
          you, by which you set a new password.
        </p>
      )}
      <p>
        <a href={signInPath()} className="link">
          Back to the sign-in
        </a>
      </p>
    </DoorPage>
  );
}
