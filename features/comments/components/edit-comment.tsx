import { CommentField } from '#features/comments/components/comment-form.tsx';
import type { OwnComment } from '#features/comments/views.ts';
import { clockTime, type DateStyle } from '#lib/dates.ts';
import { changeCommentPath, writersCommentPath } from '#lib/paths.ts';

/** What was wrong with a change that the writer sent, and the text as it was typed. */
export type RefusedChange = { text: string; why: string; wrong: Record<string, string> };

type Props = {
  comment: OwnComment;
  /** The secret of the page, which its form is sent to. */
  token: string;
  dates: DateStyle;
  refused?: RefusedChange;
};

/** Where the writer says it otherwise, as long as that is possible. */
export function EditCommentPage({ comment, token, dates, refused }: Props) {
  const { changeableUntil, text } = comment;
  const typed = refused?.text ?? text;
  return (
    <div className="own-comment">
      <h1>Change your comment</h1>
      {refused && (
        <p className="wrong" role="alert">
          {refused.why}
        </p>
      )}
      {changeableUntil ? (
        <form action={changeCommentPath(token)} className="reply" method="post" noValidate>
          <CommentField autoFocus={refused !== undefined} typed={typed} why={refused?.wrong.text} />
          <p className="meta">
            Until {clockTime(changeableUntil, dates)}. A moderator reads it again.
          </p>
          <p>
            <button type="submit">Send the change</button>
          </p>
        </form>
      ) : (
        <>
          <p>It cannot be changed any more.</p>
          {refused && <p className="comment-text">{refused.text}</p>}
        </>
      )}
      <p>
        <a className="linked" href={writersCommentPath(token)}>
          Back, and leave it as it is
        </a>
      </p>
    </div>
  );
}
