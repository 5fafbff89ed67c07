import { Fragment } from 'react';
import { Comment, type Discussed, Gone } from '#features/comments/components/comment.tsx';
import type { AnswerView, CommentOrder, ThreadPage, ThreadView } from '#features/comments/views.ts';
import type { DateStyle } from '#lib/dates.ts';
import { commentsPath, href, recommendPath, threadPath } from '#lib/paths.ts';

type Around = { story: Discussed; dates: DateStyle };

const ORDERS: readonly (readonly [CommentOrder, string])[] = [
  ['oldest', 'Oldest'],
  ['newest', 'Newest'],
  ['recommended', 'Most recommended'],
];

/** One page of a story's comments, with the way to the others. */
export function Threads({ comments, ...around }: Around & { comments: ThreadPage }) {
  const { path } = around.story;
  const { order, page, pages, threads } = comments;
  return (
    <>
      {comments.comments > 1 && (
        <nav aria-label="Order" className="orders meta">
          {ORDERS.map(([one, name]) => (
            <Fragment key={one}>
              <a
                aria-current={one === order ? 'page' : undefined}
                href={`${href(commentsPath(path, 1, one))}#comments`}
              >
                {name}
              </a>{' '}
            </Fragment>
          ))}
        </nav>
      )}
      <ThreadList {...around} threads={threads} />
      <OtherPages
        earlier={order === 'oldest' ? 'Earlier' : 'Back'}
        later={order === 'oldest' ? 'Later' : 'More'}
        page={page}
        pageAt={(number) => `${href(commentsPath(path, number, order))}#comments`}
        pages={pages}
      />
    </>
  );
}

/** Around all of them is the form whose buttons recommend one: it needs no script, in any browser. */
export function ThreadList({ threads, ...around }: Around & { threads: readonly ThreadView[] }) {
  return (
    <form action={recommendPath()} method="post">
      <ol className="threads">
        {threads.map((thread) => (
          <Thread {...around} key={thread.id} thread={thread} />
        ))}
      </ol>
    </form>
  );
}

function Thread({ thread, ...place }: Around & { thread: ThreadView }) {
  const { id, first, replies, more, closed } = thread;
  const around = closed ? { ...place, story: { ...place.story, commentsOpen: false } } : place;
  const answers = (
    <>
      <Replies {...around} replies={replies} />
      {closed && place.story.commentsOpen && <p className="meta">This conversation is closed.</p>}
      {more > 0 && (
        <p className="meta">
          <a className="more" href={`${href(threadPath(around.story.path, id))}#comments`}>
            {more === 1 ? '1 more answer' : `${more} more answers`}
          </a>
        </p>
      )}
    </>
  );
  if (!first) {
    return (
      <Gone id={id} why="This comment is not shown any more.">
        {answers}
      </Gone>
    );
  }
  return (
    <Comment {...around} comment={first}>
      {answers}
    </Comment>
  );
}

function Replies({ replies, ...around }: Around & { replies: readonly AnswerView[] }) {
  if (replies.length === 0) return null;
  return (
    <ol className="replies-to">
      {replies.map((reply) => (
        <Comment {...around} comment={reply} key={reply.id}>
          {reply.replies.length > 0 && (
            <ol className="replies-to">
              {reply.replies.map((deeper) => (
                <Comment {...around} comment={deeper} key={deeper.id} />
              ))}
            </ol>
          )}
        </Comment>
      ))}
    </ol>
  );
}

type Pages = {
  page: number;
  pages: number;
  pageAt: (page: number) => string;
  earlier: string;
  later: string;
};

/** The names of these links say nothing of "comment", so that a form's field is found by its own. */
export function OtherPages({ page, pages, pageAt, earlier, later }: Pages) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="comment-pages meta">
      {page > 1 && (
        <a href={pageAt(page - 1)} rel="prev">
          {earlier}
        </a>
      )}{' '}
      <span>
        Page {page} of {pages}
      </span>{' '}
      {page < pages && (
        <a href={pageAt(page + 1)} rel="next">
          {later}
        </a>
      )}
    </nav>
  );
}
