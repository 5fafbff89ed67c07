import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { pageNumber, plain } from '#app/(site)/params.ts';
import { CommentsSection } from '#features/comments/components/comments-section.tsx';
import { storyComments } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { storyAt } from '#features/stories/queries.ts';
import { env } from '#lib/env.ts';
import { absolute, commentsPath, href, storyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ section: string; slug: string; n: string }> };

async function discussionOn({ params }: Props) {
  const { section, slug, n } = await params;
  const story = await storyAt(storyPath(plain(section), plain(slug)));
  const comments = story && (await storyComments(story.id, pageNumber(n)));
  return story && comments ? { story, comments } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { story, comments } = await discussionOn(props);
  const address = absolute(env().siteUrl, href(commentsPath(story.path, comments.page)));
  return {
    title: `Comments, page ${comments.page}: ${story.headline}`,
    alternates: { canonical: address },
  };
}

/** A further page of a story's comments. The first is under the story itself. */
export default async function CommentsPage(props: Props) {
  const { story, comments } = await discussionOn(props);
  const { timeZone, language, commentPolicy, addresses } = await site();
  return (
    <Frame section={story.section.path}>
      <div className="story">
        <header>
          <p className="label">
            Comments, page {comments.page} of {comments.pages}
          </p>
          <h1 dir="auto" lang={story.language}>
            <a href={href(story.path)}>{story.headline}</a>
          </h1>
        </header>
        <CommentsSection
          addresses={addresses}
          comments={comments}
          dates={{ timeZone, language }}
          policy={commentPolicy}
          story={story}
        />
      </div>
    </Frame>
  );
}
