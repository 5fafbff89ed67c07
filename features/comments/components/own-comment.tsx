import type { ReactNode } from 'react';
import { Paragraphs } from '#features/comments/components/comment.tsx';
import type { OwnComment } from '#features/comments/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { href } from '#lib/paths.ts';

const HEADINGS = {
  waiting: 'Thank you. Your comment is waiting for approval.',
  approved: 'Your comment is published.',
  rejected: 'Your comment was not published.',
} as const;

export function headingOf({ state, redacted }: Pick<OwnComment, 'state' | 'redacted'>): string {
  return redacted === null ? HEADINGS[state] : 'Your comment was taken away for good.';
}

/** What the writer sees of the own comment, whatever became of it. */
export function OwnCommentPage({
  comment,
  dates,
  children,
}: {
  comment: OwnComment;
  dates: DateStyle;
  /** What was decided about it, and what can be said against that. */
  children: ReactNode;
}) {
  const { state, story, shownAt, redacted, name, text, at } = comment;
  return (
    <div className="own-comment">
      <h1>{headingOf(comment)}</h1>
      {state === 'waiting' && (
        <p>
          Nobody but you and our moderators can read it until then. This page is yours alone: keep
          its address to see what becomes of your comment.
        </p>
      )}
      {redacted !== null && <p>Its words are kept nowhere any more. The reason: {redacted}</p>}
      <blockquote hidden={redacted !== null}>
        <p className="comment-head">
          <b dir="auto">{name}</b>
          <span className="meta">
            <time dateTime={at.toISOString()}>{dateAndTime(at, dates)}</time>
          </span>
        </p>
        <div className="comment-text" dir="auto">
          <Paragraphs text={text} />
        </div>
      </blockquote>
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
    </div>
  );
}
