import type { ReactNode } from 'react';
import { CommentText } from '#features/comments/components/comment-text.tsx';
import type { OwnComment } from '#features/comments/views.ts';
import { clockTime, type DateStyle, dateAndTime } from '#lib/dates.ts';
import { deleteCommentPath, editCommentPath, href, ownCommentsPath } from '#lib/paths.ts';

const HEADINGS = {
  waiting: 'Thank you. Your comment is waiting for approval.',
  approved: 'Your comment is published.',
  rejected: 'Your comment was not published.',
  removed: 'You removed your comment.',
} as const;

export function headingOf({
  state,
  redacted,
  earlierShown,
}: Pick<OwnComment, 'state' | 'redacted' | 'earlierShown'>): string {
  if (redacted !== null && state !== 'removed') return 'Your comment was taken away for good.';
  if (state === 'waiting' && earlierShown) return 'Your change is waiting for approval.';
  return HEADINGS[state];
}

type Props = {
  comment: OwnComment;
  /** The secret of the page, which its forms are sent to. */
  token: string;
  dates: DateStyle;
  /** Why what the writer wanted was not done. */
  why?: string;
  /** What was decided about it, and what can be said against that. */
  children?: ReactNode;
};

/** What the writer sees of the own comment, whatever became of it, and what may still be done. */
export function OwnCommentPage({ comment, token, dates, why, children }: Props) {
  const { state, story, shownAt, redacted, name, text, at } = comment;
  return (
    <div className="own-comment">
      <h1>{headingOf(comment)}</h1>
      {why && (
        <p className="wrong" role="alert">
          {why}
        </p>
      )}
      <Standing comment={comment} />
      {redacted === null && (
        <blockquote>
          <p className="comment-head">
            <b dir="auto">{name}</b>
            <span className="meta">
              <time dateTime={at.toISOString()}>{dateAndTime(at, dates)}</time>
            </span>
          </p>
          <div className="comment-text" dir="auto">
            <CommentText text={text} />
          </div>
        </blockquote>
      )}
      {children}
      {story ? (
        <p>
          <a className="linked" href={shownAt ? href(shownAt) : href(story.path)}>
            {shownAt ? 'See it under the story' : 'Back to the story'}: {story.headline}
          </a>
        </p>
      ) : (
        <p>The story that it belongs to is not public at the moment.</p>
      )}
      {redacted === null && state !== 'removed' && (
        <Changing comment={comment} dates={dates} token={token} />
      )}
      <p>
        <a className="linked" href={ownCommentsPath()}>
          All that you wrote in this browser
        </a>
      </p>
    </div>
  );
}

function Standing({ comment: { state, redacted, earlierShown } }: Pick<Props, 'comment'>) {
  if (state === 'removed') {
    return <p>Its words are kept nowhere any more. What others answered to it stays.</p>;
  }
  if (redacted !== null) {
    return (
      <p>
        Its words are kept nowhere any more. The reason: <span dir="auto">{redacted}</span>
      </p>
    );
  }
  if (state !== 'waiting') return null;
  return (
    <p>
      {earlierShown
        ? 'Until then readers see what you wrote before. '
        : 'Nobody but you and our moderators can read it until then. '}
      This page is yours alone: keep its address to see what becomes of your comment.
    </p>
  );
}

function Changing({ comment, token, dates }: Props) {
  const { changeableUntil } = comment;
  return (
    <>
      {changeableUntil && (
        <p>
          <a className="linked" href={editCommentPath(token)}>
            Change what it says
          </a>{' '}
          <span className="meta">until {clockTime(changeableUntil, dates)}</span>
        </p>
      )}
      <details>
        <summary>Remove it</summary>
        <form action={deleteCommentPath(token)} className="reply" method="post">
          <p className="meta">
            Its words go from everything that we keep, for good. Answers to it stay.
          </p>
          <p>
            <button type="submit">Remove it for good</button>
          </p>
        </form>
      </details>
    </>
  );
}
