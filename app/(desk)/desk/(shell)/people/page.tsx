import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddPersonForm } from '#features/people/components/add-person-form.tsx';
import { CloseAccount } from '#features/people/components/close-account.tsx';
import { MIN_PASSWORD } from '#features/people/input.ts';
import { can } from '#features/people/policy.ts';
import { staffList } from '#features/people/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { shortDate } from '#lib/dates.ts';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const staff = await requireStaff();
  const list = await staffList(staff);
  if (!list.ok) notFound();
  const style = { timeZone: (await siteSettings()).timeZone, language: 'en' };
  return (
    <>
      <h1 className="text-title">People</h1>
      <table className="list">
        <caption className="sr-only">The staff</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Email</th>
            <th scope="col">Since</th>
            <th scope="col">Account</th>
          </tr>
        </thead>
        <tbody>
          {list.value.map((person) => {
            const verdict = can(staff, 'deactivate', person);
            return (
              <tr key={person.id}>
                <th scope="row">
                  <span className="list-main">{person.name}</span>
                </th>
                <td>{person.roles.join(', ') || 'none'}</td>
                <td className="wrap-anywhere">{person.email}</td>
                <td>
                  <time dateTime={person.createdAt.toISOString()}>
                    {shortDate(person.createdAt, style)}
                  </time>
                </td>
                <td>
                  {person.deactivatedAt ? (
                    <span className="text-soft">
                      Closed {shortDate(person.deactivatedAt, style)}
                    </span>
                  ) : (
                    <CloseAccount
                      id={person.id}
                      name={person.name}
                      why={verdict.ok ? '' : verdict.why}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <section aria-labelledby="add" className="grid gap-3 border-t-2 border-strong-rule pt-4">
        <h2 id="add" className="text-lg font-semibold">
          Add somebody
        </h2>
        <AddPersonForm minPassword={MIN_PASSWORD} />
      </section>
    </>
  );
}
