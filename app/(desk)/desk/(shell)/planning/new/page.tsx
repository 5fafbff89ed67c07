import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasRole } from '#features/people/actor.ts';
import { requireStaff } from '#features/people/session.ts';
import { AssignmentForm } from '#features/planning/components/assignment-form.tsx';
import { plans } from '#features/planning/policy.ts';
import { planningChoices } from '#features/planning/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { placeable } from '#features/stories/placing.ts';
import { planningPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'New assignment' };

export default async function NewAssignmentPage({
  searchParams,
}: {
  searchParams: Promise<{ story?: string }>;
}) {
  const staff = await requireStaff();
  if (!plans(staff)) notFound();
  const { story } = await searchParams;
  const about = typeof story === 'string' ? (await placeable(staff, [story])).get(story) : null;
  const choices = await planningChoices(staff);
  const { timeZone } = await siteSettings();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">New assignment</h1>
        <a href={planningPath()} className="link">
          Back to the board
        </a>
      </div>
      <AssignmentForm
        about={about ?? null}
        choices={choices}
        mayAssign={choices.sections.some(({ id }) => hasRole(staff, ['admin', 'editor'], id))}
        personId={staff.id}
        timeZone={timeZone}
      />
    </>
  );
}
