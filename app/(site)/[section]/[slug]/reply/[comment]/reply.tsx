import '#app/(site)/own.css';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { Comment } from '#features/comments/components/comment.tsx';
import { CommentForm } from '#features/comments/components/comment-form.tsx';
import { CommentScript, ReplyHeading } from '#features/comments/components/comments-section.tsx';
import { quotedText } from '#features/comments/formatting.ts';
import { replyTarget } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { href, quotePath, storyPath } from '#lib/paths.ts';

export type ReplyProps = { params: Promise<{ section: string; slug: string; comment: string }> };

export async function targetOf({ params }: ReplyProps) {
  const { section, slug, comment } = await params;
  const path = storyPath(plain(section), plain(slug));
  const target = await replyTarget(plain(comment));
  return target?.story.path === path ? target : notFound();
}

/** One comment and the form to answer it, with its words quoted there if that was asked for. */
export async function Reply({ props, quote = false }: { props: ReplyProps; quote?: boolean }) {
  const { comment, story } = await targetOf(props);
  const { timeZone, language, commentPolicy, addresses } = await site();
  const { id, name, text } = comment;
  const typed = { text: quotedText(text), name: '', email: '', notify: false, parentId: id };
  return (
    <Frame section={`/${story.path.split('/')[1]}`}>
      <div className="own-comment replies">
        <p className="label">
          Reply to <span dir="auto">{name}</span>
        </p>
        <h1 dir="auto" lang={story.language}>
          <a href={href(story.path)}>{story.headline}</a>
        </h1>
        <ol className="threads">
          <Comment acts={false} comment={comment} dates={{ timeZone, language }} story={story} />
        </ol>
        {story.commentsOpen ? (
          <>
            {!quote && (
              <p>
                <a className="linked" href={href(quotePath(story.path, id))} rel="nofollow">
                  Quote it in your answer
                </a>
              </p>
            )}
            <ReplyHeading addresses={addresses} policy={commentPolicy} />
            <CommentForm
              addresses={addresses}
              parent={comment}
              storyPath={story.path}
              {...(quote ? { typed } : undefined)}
            />
            <CommentScript />
          </>
        ) : (
          <p>Comments are closed.</p>
        )}
      </div>
    </Frame>
  );
}
