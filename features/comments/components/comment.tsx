import { Fragment, type ReactNode } from 'react';
import { Face } from '#features/comments/components/face.tsx';
import type { CommentView } from '#features/comments/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { commentAnchor } from '#lib/paths.ts';

type Props = {
  comment: CommentView;
  /** The language of the story, which its comments are taken to be in. */
  language: string;
  dates: DateStyle;
  /** Where it can be answered; none where it cannot. */
  replyAt?: string | undefined;
  children?: ReactNode;
};

/** One comment: who, when, what, and what answers it. */
export function Comment({ comment, language, dates, replyAt, children }: Props) {
  const { id, name, staff, at, text, face, inReplyTo } = comment;
  return (
    <li className="comment" id={commentAnchor(id)}>
      <Face face={face} />
      <div>
        <p className="comment-head">
          <b dir="auto">{name}</b>
          {staff && <span className="label">Staff</span>}
          <a className="meta" href={`#${commentAnchor(id)}`}>
            <time dateTime={at.toISOString()}>{dateAndTime(at, dates)}</time>
          </a>
        </p>
        {inReplyTo && (
          <p className="meta">
            <a href={`#${commentAnchor(inReplyTo.id)}`}>
              in reply to <span dir="auto">{inReplyTo.name}</span>
            </a>
          </p>
        )}
        <div
          className="comment-text"
          dir="auto"
          lang={language === dates.language ? undefined : language}
        >
          <Paragraphs text={text} />
        </div>
        {replyAt && (
          <p className="meta">
            <a className="reply-link" href={replyAt} rel="nofollow">
              Reply<span className="sr-only"> to {name}</span>
            </a>
          </p>
        )}
        {children}
      </div>
    </li>
  );
}

/** Plain text as people typed it: a blank line ends a paragraph, a line end is one. */
export function Paragraphs({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes in place
    <p key={index}>
      {paragraph.split('\n').map((line, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes in place
        <Fragment key={number}>
          {number > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  ));
}
