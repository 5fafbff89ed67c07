import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { CommentForm } from '#features/comments/components/comment-form.tsx';
import { CommentText } from '#features/comments/components/comment-text.tsx';
import { CommentScript, ReplyHeading } from '#features/comments/components/comments-section.tsx';
import { replyTarget } from '#features/comments/queries.ts';
import type { RefusedComment } from '#features/comments/receiving.ts';
import { site } from '#features/site/queries.ts';
import { storyAt } from '#features/stories/queries.ts';
import { href } from '#lib/paths.ts';
import { currentRequest } from '#lib/request-context.ts';

type Props = { params: Promise<{ id: string }> };

export function generateMetadata(): Metadata {
  const preview = (currentRequest()?.stash as RefusedComment | undefined)?.preview;
  return {
    title: preview ? 'Preview of your comment' : 'Error: your comment was not sent',
    robots: { index: false, follow: false },
  };
}

const IDS = ['text', 'name', 'email', 'website'] as const;

/** The form as it was typed, with what is wrong. The door renders it; nobody can ask for it. */
export default async function RefusedCommentPage({ params }: Props) {
  await params;
  const refused = currentRequest()?.stash as RefusedComment | undefined;
  if (!refused) notFound();
  const { path, typed, why, wrong, closed, preview } = refused;
  const { commentPolicy, addresses } = await site();
  const story = await storyAt(path);
  const parent = typed.parentId ? await replyTarget(typed.parentId) : null;
  return (
    <Frame section={story?.section.path}>
      <div className="own-comment replies">
        <h1>{preview ? 'How your comment will look' : 'Your comment was not sent yet'}</h1>
        {preview && (
          <blockquote className="comment-text" dir="auto">
            <CommentText text={preview} />
          </blockquote>
        )}
        {!preview && <Wrong why={why} wrong={wrong} />}
        {story && (
          <p>
            To the story:{' '}
            <a className="linked" href={href(story.path)}>
              {story.headline}
            </a>
          </p>
        )}
        {closed ? (
          <p className="comment-text">{typed.text}</p>
        ) : (
          <>
            <ReplyHeading addresses={addresses} policy={commentPolicy} />
            {parent && <p className="meta">In reply to {parent.comment.name}</p>}
            <CommentForm
              addresses={addresses}
              parent={parent ? parent.comment : null}
              storyPath={path}
              typed={typed}
              wrong={wrong}
            />
            <CommentScript />
          </>
        )}
      </div>
    </Frame>
  );
}

function Wrong({ why, wrong }: Pick<RefusedComment, 'why' | 'wrong'>) {
  const listed = IDS.filter((field) => wrong[field]);
  return (
    <div className="wrong" role="alert">
      <p>{why}</p>
      {listed.length > 0 && (
        <ul>
          {listed.map((field) => (
            <li key={field}>
              <a href={`#comment-${field}`}>
                {LABELS[field]}: {wrong[field]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const LABELS = { text: 'Comment', name: 'Name', email: 'Email', website: 'The hidden field' };
