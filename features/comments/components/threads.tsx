import { Comment } from '#features/comments/components/comment.tsx';
import type { ThreadPage, ThreadView } from '#features/comments/views.ts';
import type { DateStyle } from '#lib/dates.ts';
import { commentsPath, href, replyPath } from '#lib/paths.ts';

type Discussed = { path: string; language: string; commentsOpen: boolean };
type Props = { story: Discussed; comments: ThreadPage; dates: DateStyle };

/** One page of a story's comments, with the way to the others. */
export function Threads({ story, comments, dates }: Props) {
  return (
    <>
      <ol className="threads">
        {comments.threads.map((thread) => (
          <Thread dates={dates} key={thread.id} story={story} thread={thread} />
        ))}
      </ol>
      <OtherPages path={story.path} {...comments} />
    </>
  );
}

function Thread({
  thread,
  story,
  dates,
}: {
  thread: ThreadView;
  story: Discussed;
  dates: DateStyle;
}) {
  const { language, commentsOpen, path } = story;
  const shared = { language, dates };
  const replyAt = (id: string) => (commentsOpen ? href(replyPath(path, id)) : undefined);
  const replies = thread.replies.length > 0 && (
    <ol className="replies-to">
      {thread.replies.map((reply) => (
        <Comment {...shared} comment={reply} key={reply.id} replyAt={replyAt(reply.id)} />
      ))}
    </ol>
  );
  if (!thread.first) {
    return (
      <li className="comment gone">
        <p className="meta">This comment is not shown any more.</p>
        {replies}
      </li>
    );
  }
  return (
    <Comment {...shared} comment={thread.first} replyAt={replyAt(thread.first.id)}>
      {replies}
    </Comment>
  );
}

/** The names of these links say nothing of "comment", so that a form's field is found by its own. */
function OtherPages({ path, page, pages }: { path: string } & Pick<ThreadPage, 'page' | 'pages'>) {
  if (pages < 2) return null;
  const at = (number: number) => `${href(commentsPath(path, number))}#comments`;
  return (
    <nav aria-label="Pages" className="comment-pages meta">
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          Earlier
        </a>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          Later
        </a>
      )}
    </nav>
  );
}
