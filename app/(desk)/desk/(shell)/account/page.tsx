import type { Metadata } from 'next';
import { PasswordForm } from '#features/people/components/password-form.tsx';
import { MIN_PASSWORD } from '#features/people/input.ts';
import { requireStaff } from '#features/people/session.ts';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const staff = await requireStaff();
  const roles = [...new Set(staff.grants.map((grant) => grant.role))].join(', ');
  return (
    <>
      <h1 className="text-title">{staff.name}</h1>
      <p className="text-soft">Your role: {roles || 'none'}.</p>
      <section className="grid gap-3 border-t border-rule pt-4" aria-labelledby="password">
        <h2 id="password" className="text-lg font-semibold">
          Change the password
        </h2>
        <p className="max-w-prose text-soft">
          You are signed out everywhere, here too, and sign in again with the new one.
        </p>
        <PasswordForm minPassword={MIN_PASSWORD} />
      </section>
    </>
  );
}
