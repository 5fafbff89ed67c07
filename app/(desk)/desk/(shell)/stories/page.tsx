import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { Pager } from '#components/pager.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { StoryTable } from '#features/stories/components/story-table.tsx';
import { deskStories } from '#features/stories/desk.ts';
import { deskStoriesPath, newStoryPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Stories' };

export default async function StoriesPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string }>;
}) {
  const staff = await requireStaff();
  const page = pageNumber((await searchParams).page);
  const list = page ? await deskStories(staff, { page }) : null;
  if (!page || !list?.ok) notFound();
  const { rows, pages, total } = list.value;
  const writes = staff.grants.some((grant) => grant.role !== 'moderator');
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">Stories</h1>
        {total > 0 && (
          <p className="text-soft tabular-nums">
            {new Intl.NumberFormat('en').format(total)} {total === 1 ? 'story' : 'stories'}
          </p>
        )}
      </div>
      {total > 0 ? (
        <>
          <StoryTable rows={rows} timeZone={(await siteSettings()).timeZone} />
          <Pager page={page} pages={pages} pathOf={deskStoriesPath} />
        </>
      ) : (
        <Empty title={writes ? 'No stories yet' : 'Nothing is published yet'}>
          {writes ? (
            <>
              <p className="text-soft">
                A story begins as a draft that only the newsroom sees. Write it, save it, and send
                it for review when it is ready.
              </p>
              <a href={newStoryPath()} className="button button-primary">
                Write the first story
              </a>
            </>
          ) : (
            <p className="text-soft">Stories appear here when readers can see them.</p>
          )}
        </Empty>
      )}
    </>
  );
}
