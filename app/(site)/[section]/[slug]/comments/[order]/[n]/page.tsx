import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { pageNumber, plain } from '#app/(site)/params.ts';
import { CommentsSection } from '#features/comments/components/comments-section.tsx';
import { storyComments } from '#features/comments/queries.ts';
import { COMMENT_ORDERS } from '#features/comments/views.ts';
import { site } from '#features/site/queries.ts';
import { storyAt } from '#features/stories/queries.ts';
import { env } from '#lib/env.ts';
import { absolute, commentsPath, href, storyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ section: string; slug: string; order: string; n: string }> };

const NAMES = {
  oldest: 'Comments',
  newest: 'Comments, newest first',
  recommended: 'Comments, most recommended first',
};

async function discussionOn({ params }: Props) {
  const { section, slug, n, ...parts } = await params;
  const order = COMMENT_ORDERS.find((one) => one === plain(parts.order));
  const story = await storyAt(storyPath(plain(section), plain(slug)));
  const comments = story && order && (await storyComments(story.id, pageNumber(n), order));
  return story && comments ? { story, comments } : notFound();
}

/** One order is for search engines: the others hold the same words. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { story, comments } = await discussionOn(props);
  const { page, order } = comments;
  const title = `${NAMES[order]}, page ${page}: ${story.headline}`;
  if (order !== 'oldest') return { title, robots: { index: false, follow: true } };
  const address = absolute(env().siteUrl, href(commentsPath(story.path, page)));
  return { title, alternates: { canonical: address } };
}

/** A page of a story's comments. The oldest are under the story itself. */
export default async function CommentsPage(props: Props) {
  const { story, comments } = await discussionOn(props);
  const { timeZone, language, commentPolicy, addresses } = await site();
  return (
    <Frame section={story.section.path}>
      <div className="story">
        <header>
          <p className="label">
            {NAMES[comments.order]}, page {comments.page} of {comments.pages}
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
