import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Staff } from '#features/people/actor.ts';
import { InviteForm } from '#features/people/components/invite-form.tsx';
import { type ActName, PersonActs } from '#features/people/components/person-acts.tsx';
import { can } from '#features/people/policy.ts';
import { staffList } from '#features/people/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import type { StaffView } from '#features/people/views.ts';
import { sectionList } from '#features/sections/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { HandOver } from '#features/stories/components/hand-over.tsx';
import { draftCounts } from '#features/stories/handover.ts';
import { type DateStyle, shortDate } from '#lib/dates.ts';
import { mailIsOn } from '#lib/env.ts';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const staff = await requireStaff();
  const list = await staffList(staff);
  if (!list.ok) notFound();
  const style = { timeZone: (await siteSettings()).timeZone, language: 'en' };
  const sections = await sectionList();
  const drafts = await draftCounts(staff);
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
          {list.value.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <span className="list-main">{person.name || 'Invited'}</span>
              </th>
              <td>{rolesOf(person)}</td>
              <td className="wrap-anywhere">{person.email}</td>
              <td>
                <time dateTime={person.createdAt.toISOString()}>
                  {shortDate(person.createdAt, style)}
                </time>
              </td>
              <td>
                <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                  <span className="text-soft">{standing(person, style)}</span>
                  <Drafts person={person} drafts={drafts.get(person.id) ?? 0} all={list.value} />
                  {!person.deactivatedAt && (
                    <PersonActs
                      id={person.id}
                      name={person.name || person.email}
                      mailIsOn={mailIsOn()}
                      held={person.roles.map(({ role, sectionId }) => ({ role, sectionId }))}
                      sections={sections.map(({ id, name }) => ({ id, name }))}
                      acts={actsOn(staff, person)}
                    />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section aria-labelledby="invite" className="grid gap-3 border-t-2 border-strong-rule pt-4">
        <h2 id="invite" className="text-lg font-semibold">
          Invite somebody
        </h2>
        <p className="max-w-prose text-soft">
          They get a link for one use, good for a week, and choose their own name and password.
        </p>
        <InviteForm mailIsOn={mailIsOn()} sections={sections} />
      </section>
    </>
  );
}

function Drafts({
  person,
  drafts,
  all,
}: {
  person: StaffView;
  drafts: number;
  all: readonly StaffView[];
}) {
  if (drafts === 0) return null;
  const writing = all.filter(
    ({ id, roles, deactivatedAt, invitation }) =>
      id !== person.id &&
      !deactivatedAt &&
      !invitation &&
      roles.some(({ role }) => role !== 'moderator'),
  );
  const others = writing.map(({ id, name }) => ({ id, name }));
  return <HandOver person={{ id: person.id, name: person.name }} drafts={drafts} others={others} />;
}

function rolesOf({ roles }: StaffView): string {
  const words = roles.map(({ role, section }) => (section ? `${role} (${section})` : role));
  return words.join(', ') || 'none';
}

function standing(person: StaffView, style: DateStyle): string {
  if (person.deactivatedAt) return `Closed ${shortDate(person.deactivatedAt, style)}`;
  if (person.invitation === 'over') return 'The link is over';
  if (person.invitation) return `Link until ${shortDate(person.invitation, style)}`;
  if (person.hasApp) return 'Password and app';
  return person.hasPassword ? 'Password only' : 'No password';
}

function actsOn(staff: Staff, person: StaffView): { act: ActName; why: string | undefined }[] {
  const whyNot = (act: Parameters<typeof can>[1]) => {
    const verdict = can(staff, act, person);
    return verdict.ok ? undefined : verdict.why;
  };
  if (person.invitation) {
    const why = whyNot('invite');
    return [
      { act: 'roles', why },
      { act: 'invite again', why },
      { act: 'take back', why },
    ];
  }
  return [
    { act: 'roles', why: whyNot('change roles') },
    { act: 'reset link', why: whyNot('make reset link') },
    { act: 'second step', why: whyNot('reset second factor') },
    { act: 'close', why: whyNot('deactivate') },
  ];
}
