import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '#features/people/session.ts';
import { AssignmentForm, DropAssignment } from '#features/planning/components/assignment-form.tsx';
import { nameOfState } from '#features/planning/lifecycle.ts';
import { assignment, planningChoices } from '#features/planning/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deskStoryPath, planningPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Assignment' };

export default async function AssignmentPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const found = await assignment(staff, (await params).id);
  if (!found.ok) notFound();
  const view = found.value;
  const { may, story } = view;
  const { timeZone } = await siteSettings();
  const changes = may.change.ok || may.take.ok || may.assign.ok;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title" dir="auto">
          {view.title}
        </h1>
        <a href={planningPath()} className="link">
          Back to the board
        </a>
      </div>
      <p className="text-soft">
        {nameOfState(view.state)} · from {view.by} · changed{' '}
        {dateAndTime(view.changedAt, { timeZone, language: 'en' })}
        {story && (
          <>
            {' · '}
            <a href={deskStoryPath(story.id)} className="link" dir="auto">
              {story.headline}
            </a>
          </>
        )}
      </p>
      {changes ? (
        <AssignmentForm
          key={view.version}
          assignment={view}
          choices={await planningChoices(staff)}
          mayAssign={may.assign.ok}
          personId={staff.id}
          timeZone={timeZone}
        />
      ) : (
        <>
          <p>{!may.change.ok && may.change.why}</p>
          <p className="max-w-prose whitespace-pre-line" dir="auto">
            {view.notes}
          </p>
        </>
      )}
      {may.drop.ok && <DropAssignment id={view.id} version={view.version} />}
    </>
  );
}
