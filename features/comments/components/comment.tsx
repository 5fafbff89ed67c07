import type { ReactNode } from 'react';
import { CommentText } from '#features/comments/components/comment-text.tsx';
import { Face } from '#features/comments/components/face.tsx';
import type { CommentView } from '#features/comments/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { commentAnchor, commentPath, href, replyPath, reportPath } from '#lib/paths.ts';

/** The story that is talked about. Its comments are taken to be in its language. */
export type Discussed = { path: string; language: string; commentsOpen: boolean };

type Props = {
  comment: CommentView;
  story: Discussed;
  dates: DateStyle;
  /** What answers it. */
  children?: ReactNode;
  /** False where it is shown only to be answered or reported. */
  acts?: boolean;
};

/** One comment: who, when, what, and what answers it. */
export function Comment({ comment, story, dates, children, acts = true }: Props) {
  const { id, name, text, face, inReplyTo, removed } = comment;
  if (removed) {
    return (
      <Gone id={id} why="Removed by its writer.">
        {children}
      </Gone>
    );
  }
  return (
    <li className="comment" id={commentAnchor(id)}>
      <Face face={face} />
      <div>
        <Head comment={comment} dates={dates} story={story} />
        {inReplyTo && (
          <p className="meta">
            <a
              href={
                inReplyTo.here
                  ? `#${commentAnchor(inReplyTo.id)}`
                  : href(commentPath(story.path, inReplyTo.id))
              }
            >
              in reply to <span dir="auto">{inReplyTo.name}</span>
            </a>
          </p>
        )}
        <div
          className="comment-text"
          dir="auto"
          lang={story.language === dates.language ? undefined : story.language}
        >
          <CommentText text={text} />
        </div>
        {acts && <Acts comment={comment} name={name} story={story} />}
        {children}
      </div>
    </li>
  );
}

/** The place of a comment that is not shown, for the sake of what answers it. */
export function Gone({ id, why, children }: { id: string; why: string; children?: ReactNode }) {
  return (
    <li className="comment gone" id={commentAnchor(id)}>
      <div>
        <p className="meta">{why}</p>
        {children}
      </div>
    </li>
  );
}

/** The spaces between the parts are for browsers without styles, and for what is copied out. */
function Head({ comment, story, dates }: Pick<Props, 'comment' | 'story' | 'dates'>) {
  const { id, name, staff, author, picked, edited, at } = comment;
  return (
    <p className="comment-head">
      <b dir="auto">{name}</b>{' '}
      {staff && <span className="label">{author ? 'Author' : 'Staff'}</span>}{' '}
      {picked && <span className="label">Editors’ pick</span>}{' '}
      <a className="meta" href={href(commentPath(story.path, id))}>
        <time dateTime={at.toISOString()}>{dateAndTime(at, dates)}</time>
      </a>{' '}
      {edited && <span className="meta">edited</span>}
    </p>
  );
}

/** The button belongs to the form around the list; see Threads. */
function Acts({ comment, story, name }: { comment: CommentView; story: Discussed; name: string }) {
  const { id, recommended } = comment;
  return (
    <p className="comment-acts meta">
      {story.commentsOpen && (
        <a className="reply-link" href={href(replyPath(story.path, id))} rel="nofollow">
          Reply<span className="sr-only"> to {name}</span>
        </a>
      )}{' '}
      <button name="comment" type="submit" value={id}>
        Recommend<span className="sr-only"> {name}</span> {recommended > 0 && <b>{recommended}</b>}
      </button>{' '}
      <a href={href(reportPath(story.path, id))} rel="nofollow">
        Report<span className="sr-only"> {name}</span>
      </a>
    </p>
  );
}
