import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { Pager } from '#components/pager.tsx';
import { Queue } from '#features/comments/components/queue.tsx';
import { moderationQueue } from '#features/comments/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { deskCommentsPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Comments' };

const LISTS = [
  { state: 'waiting', name: 'Waiting' },
  { state: 'approved', name: 'Approved' },
  { state: 'rejected', name: 'Rejected' },
] as const;

export default async function CommentsPage({
  searchParams,
}: {
  searchParams: Promise<{ state?: string; page?: string }>;
}) {
  const staff = await requireStaff();
  const { state = 'waiting', page: wanted } = await searchParams;
  const list = LISTS.find((one) => one.state === state);
  const page = pageNumber(wanted);
  if (!list || !page) notFound();
  const queue = await moderationQueue(staff, list.state, page);
  if (!queue.ok) notFound();
  const { comments, counts, pages, page: shown } = queue.value;
  return (
    <>
      <FreshOnReturn />
      <h1 className="text-title">Comments</h1>
      <nav aria-label="Lists of comments">
        <ul className="tabs">
          {LISTS.map((one) => (
            <li key={one.state}>
              <a
                href={deskCommentsPath(one.state)}
                aria-current={one === list ? 'page' : undefined}
              >
                {one.name} <span className="tabular-nums">{counts[one.state]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {comments.length > 0 && (
        <p className="keys text-note text-soft">
          Keys: <kbd>J</kbd> next, <kbd>K</kbd> previous, <kbd>A</kbd> approve, <kbd>R</kbd> reject,{' '}
          <kbd>U</kbd> undo.
        </p>
      )}
      <Queue
        key={list.state}
        comments={comments}
        timeZone={(await siteSettings()).timeZone}
        mayRedact={staff.grants.some(({ role }) => role === 'admin' || role === 'editor')}
      />
      {comments.length === 0 && <Nothing state={list.state} />}
      <Pager
        page={shown}
        pages={pages}
        pathOf={(number) => deskCommentsPath(list.state, number)}
        oldestFirst={list.state === 'waiting'}
      />
    </>
  );
}

function Nothing({ state }: { state: (typeof LISTS)[number]['state'] }) {
  if (state !== 'waiting') {
    return (
      <Empty title={`None ${state}`}>
        <p className="text-soft">What is decided about is listed here, and can be taken back.</p>
      </Empty>
    );
  }
  return (
    <Empty title="Nothing waits">
      <p className="text-soft">
        What readers write waits here until somebody has read it. Nobody at the desk sees their
        addresses: you judge the words.
      </p>
    </Empty>
  );
}
