import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { Pager } from '#components/pager.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { unsavedPlaces } from '#features/stories/autosave.ts';
import { FilterForm } from '#features/stories/components/list/filter-form.tsx';
import { States } from '#features/stories/components/list/states.tsx';
import { StoryList } from '#features/stories/components/list/story-list.tsx';
import { UnsavedPlaces } from '#features/stories/components/unsaved-places.tsx';
import { bulkActs, deskStories, listChoices } from '#features/stories/desk.ts';
import { filterOf, narrows } from '#features/stories/finding.ts';
import { now } from '#lib/clock.ts';
import { deskStoriesPath, newStoryPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Stories' };

export default async function StoriesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const staff = await requireStaff();
  const sent = await searchParams;
  const page = pageNumber(sent.page);
  const filter = filterOf(sent);
  const list = page ? await deskStories(staff, { page, filter }) : null;
  if (!page || !list?.ok) notFound();
  const { rows, pages, states } = list.value;
  const nothing = rows.length === 0 && !narrows(filter);
  const writes = staff.grants.some((grant) => grant.role !== 'moderator');
  const unsaved = <UnsavedPlaces places={await unsavedPlaces(staff)} />;
  if (nothing && filter.by !== 'due') return <NothingYet writes={writes} unsaved={unsaved} />;
  const { timeZone } = await siteSettings();
  return (
    <>
      <FreshOnReturn />
      <h1 className="text-title">Stories</h1>
      {unsaved}
      <States filter={filter} states={states} />
      <FilterForm filter={filter} {...(await listChoices())} />
      {rows.length > 0 ? (
        <>
          <StoryList rows={rows} timeZone={timeZone} madeAt={now()} acts={bulkActs(staff)} />
          <Pager page={page} pages={pages} pathOf={(n) => deskStoriesPath(n, filter)} />
        </>
      ) : (
        <Empty title="No story fits">
          <p className="text-soft">Fewer words, or other choices above, find more.</p>
          <Link href={deskStoriesPath()} className="button">
            Show all stories
          </Link>
        </Empty>
      )}
    </>
  );
}

function NothingYet({ writes, unsaved }: { writes: boolean; unsaved: ReactNode }) {
  return (
    <>
      <FreshOnReturn />
      <h1 className="text-title">Stories</h1>
      {unsaved}
      <Empty title={writes ? 'No stories yet' : 'Nothing is published yet'}>
        {writes ? (
          <>
            <p className="text-soft">
              A story begins as a draft that only the newsroom sees. Write it, save it, and send it
              for review when it is ready.
            </p>
            <a href={newStoryPath()} className="button button-primary">
              Write the first story
            </a>
          </>
        ) : (
          <p className="text-soft">Stories appear here when readers can see them.</p>
        )}
      </Empty>
    </>
  );
}
