import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { Comment } from '#features/comments/components/comment.tsx';
import { CommentForm } from '#features/comments/components/comment-form.tsx';
import { ReplyHeading } from '#features/comments/components/comments-section.tsx';
import { replyTarget } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { href, storyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ section: string; slug: string; comment: string }> };

async function targetOf({ params }: Props) {
  const { section, slug, comment } = await params;
  const path = storyPath(plain(section), plain(slug));
  const target = await replyTarget(plain(comment));
  return target?.story.path === path ? target : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { comment, story } = await targetOf(props);
  return {
    title: `Reply to ${comment.name}: ${story.headline}`,
    robots: { index: false, follow: true },
  };
}

/** One comment and the form to answer it: a page of its own, because it needs no script. */
export default async function ReplyPage(props: Props) {
  const { comment, story } = await targetOf(props);
  const { timeZone, language, commentPolicy, addresses } = await site();
  return (
    <Frame section={`/${story.path.split('/')[1]}`}>
      <div className="own-comment replies">
        <p className="label">
          Reply to <span dir="auto">{comment.name}</span>
        </p>
        <h1 dir="auto" lang={story.language}>
          <a href={href(story.path)}>{story.headline}</a>
        </h1>
        <ol className="threads">
          <Comment comment={comment} dates={{ timeZone, language }} language={story.language} />
        </ol>
        {story.commentsOpen ? (
          <>
            <ReplyHeading addresses={addresses} policy={commentPolicy} />
            <CommentForm addresses={addresses} parent={comment} storyPath={story.path} />
          </>
        ) : (
          <p>Comments are closed.</p>
        )}
      </div>
    </Frame>
  );
}
