import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { Pager } from '#components/pager.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { CommentText } from '#features/stories/components/editor/discussion/comment-text.tsx';
import { AllSeen } from '#features/stories/components/mentions.tsx';
import { mentionsOf } from '#features/stories/staff-comments.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deskStoryPath, mentionsPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Mentions' };

export default async function MentionsPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string }>;
}) {
  const staff = await requireStaff();
  const page = pageNumber((await searchParams).page);
  const list = page ? await mentionsOf(staff, page) : null;
  if (!list?.ok || staff.grants.every((grant) => grant.role === 'moderator')) notFound();
  const { rows, pages } = list.value;
  const style = { timeZone: (await siteSettings()).timeZone, language: 'en' };
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">Mentions</h1>
        {rows.some((row) => !row.seen) && <AllSeen />}
      </div>
      {rows.length === 0 && (
        <Empty title="Nobody has called you">
          <p className="text-soft">
            When somebody writes “@{staff.name}” in a staff comment on a story, it is listed here.
          </p>
        </Empty>
      )}
      <ol className="mentions">
        {rows.map(({ id, storyId, headline, by, at, text, quote, seen }) => (
          <li key={id} className={seen ? undefined : 'is-new'}>
            <p>
              <a href={deskStoryPath(storyId)} className="list-main" dir="auto">
                {headline}
              </a>
            </p>
            <p className="text-note text-soft">
              {by}, <time dateTime={at.toISOString()}>{dateAndTime(at, style)}</time>
              {!seen && <strong> new</strong>}
            </p>
            {quote && (
              <p className="quoted">
                <q dir="auto">{quote}</q>
              </p>
            )}
            <CommentText text={text} names={[staff.name]} />
          </li>
        ))}
      </ol>
      <Pager page={list.value.page} pages={pages} pathOf={mentionsPath} />
    </>
  );
}
