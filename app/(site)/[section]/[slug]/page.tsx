import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { CommentsSection } from '#features/comments/components/comments-section.tsx';
import { storyComments } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { AlsoLike } from '#features/stories/components/also.tsx';
import { EmbedScript } from '#features/stories/components/embed.tsx';
import { StoryArticle } from '#features/stories/components/story.tsx';
import { storyJsonLd } from '#features/stories/json-ld.ts';
import { storyMetadata } from '#features/stories/metadata.ts';
import { relatedStories, storyAt } from '#features/stories/queries.ts';

import { directionOf } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { absolute, storyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ section: string; slug: string }> };

const RELATED = 4;

async function storyOf({ params }: Props) {
  const { section, slug } = await params;
  const story = await storyAt(storyPath(plain(section), plain(slug)));
  return story ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const story = await storyOf(props);
  return storyMetadata(story, await site(), env().siteUrl);
}

export default async function StoryPage(props: Props) {
  const story = await storyOf(props);
  const paper = await site();
  const comments = (await storyComments(story.id, 1)) ?? notFound();
  const terms = [...story.topics, ...story.places];
  const also = await relatedStories(
    {
      id: story.id,
      sectionId: story.section.id,
      termIds: terms.map((term) => term.id),
      language: story.language,
    },
    RELATED,
  );
  const { siteUrl } = env();
  return (
    <Frame section={story.section.path}>
      <article className="story" dir={directionOf(story.language)} lang={story.language}>
        <StoryArticle
          address={absolute(siteUrl, story.path)}
          story={story}
          timeZone={paper.timeZone}
        />
        <AlsoLike cards={also} timeZone={paper.timeZone} />
        <CommentsSection
          addresses={paper.addresses}
          comments={comments}
          dates={{ timeZone: paper.timeZone, language: paper.language }}
          policy={paper.commentPolicy}
          story={story}
        />
      </article>
      <EmbedScript body={story.body} />
      {storyJsonLd(story, paper, siteUrl, comments.comments).map((json) => (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by scriptJson, which escapes
        <script dangerouslySetInnerHTML={{ __html: json }} key={json} type="application/ld+json" />
      ))}
    </Frame>
  );
}
