import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { PlannedList } from '#features/stories/components/planned-list.tsx';
import { plannedStories } from '#features/stories/planned.ts';
import { deskStoriesPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Schedule' };

export default async function SchedulePage() {
  const staff = await requireStaff();
  const planned = await plannedStories(staff);
  if (!planned.ok) notFound();
  const { timeZone } = await siteSettings();
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">Schedule</h1>
        <p className="text-soft">Times are those of {timeZone}</p>
      </div>
      {planned.value.length > 0 ? (
        <PlannedList rows={planned.value} timeZone={timeZone} />
      ) : (
        <Empty title="Nothing is planned">
          <p className="text-soft">
            What is to be published, changed or taken down at a later hour stands here, and which
            embargoes end when. An editor sets the hour in the story, under “More”.
          </p>
          <a href={deskStoriesPath()} className="button">
            To the stories
          </a>
        </Empty>
      )}
    </>
  );
}
