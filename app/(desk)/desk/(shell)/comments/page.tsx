import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { FindComments } from '#features/moderation/components/find-comments.tsx';
import { Piles } from '#features/moderation/components/piles.tsx';
import { Queue } from '#features/moderation/components/queue.tsx';
import { moderationQueue } from '#features/moderation/queries.ts';
import { PILES, type Pile } from '#features/moderation/views.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { commentRulesPath, deskCommentsPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Comments' };

type Asked = { pile?: string; q?: string; state?: string; after?: string };

export default async function CommentsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const staff = await requireStaff();
  const asked = await searchParams;
  const pile = PILES.find((one) => one === (asked.pile ?? 'waiting')) ?? notFound();
  const queue = await moderationQueue(staff, asked);
  if (!queue.ok) notFound();
  const { comments, news, next } = queue.value;
  const { q = '', state = '' } = asked;
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">Comments</h1>
        <a href={commentRulesPath()} className="link">
          Rules
        </a>
      </div>
      <Piles pile={pile} news={news} />
      <FindComments pile={pile} q={q} state={state} />
      <Queue
        key={pile}
        pile={pile}
        comments={comments}
        timeZone={(await siteSettings()).timeZone}
        mayRedact={staff.grants.some(({ role }) => role === 'admin' || role === 'editor')}
      />
      {comments.length === 0 && <Nothing pile={pile} searched={q !== '' || state !== ''} />}
      {(next || asked.after) && (
        <nav aria-label="Pages" className="pager">
          {asked.after && <a href={deskCommentsPath({ pile, q, state })}>From the beginning</a>}
          {next && (
            <a href={deskCommentsPath({ pile, q, state, after: next })} rel="next">
              {pile === 'all' || pile === 'spam' ? 'Earlier' : 'Later'}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

const EMPTY: Record<Pile, { title: string; words: string }> = {
  waiting: {
    title: 'Nothing waits',
    words:
      'What readers write waits here until somebody has read it. Nobody at the desk sees their addresses: you judge the words.',
  },
  reported: {
    title: 'Nothing is reported',
    words: 'What readers say should not stand lies here until somebody has decided about it.',
  },
  held: {
    title: 'Nothing is held',
    words: 'What the pipeline wants a careful look at lies here, with the reason.',
  },
  spam: {
    title: 'No spam',
    words: 'What the pipeline takes for spam lies here. Approve what is none: it learns from that.',
  },
  appeals: {
    title: 'No appeals',
    words: 'Whoever was rejected can appeal once. Somebody else than who rejected it answers.',
  },
  all: { title: 'No comments yet', words: 'Everything that readers ever sent lies here.' },
};

function Nothing({ pile, searched }: { pile: Pile; searched: boolean }) {
  const { title, words } = searched
    ? { title: 'Nothing found', words: 'No comment on this pile has all of these words.' }
    : EMPTY[pile];
  return (
    <Empty title={title}>
      <p className="text-soft">{words}</p>
    </Empty>
  );
}
