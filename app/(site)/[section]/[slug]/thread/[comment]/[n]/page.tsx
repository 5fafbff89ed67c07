import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { pageNumber, plain } from '#app/(site)/params.ts';
import { CommentScript } from '#features/comments/components/comments-section.tsx';
import { OtherPages, ThreadList } from '#features/comments/components/threads.tsx';
import { threadPageOf } from '#features/comments/discussions.ts';
import { site } from '#features/site/queries.ts';
import { storyAt } from '#features/stories/queries.ts';
import { directionOf } from '#lib/dates.ts';
import { commentsPath, href, storyPath, threadPath } from '#lib/paths.ts';

type Props = { params: Promise<{ section: string; slug: string; comment: string; n: string }> };

async function threadOn({ params }: Props) {
  const { section, slug, comment, n } = await params;
  const story = await storyAt(storyPath(plain(section), plain(slug)));
  const found = story && (await threadPageOf(story.id, plain(comment), pageNumber(n)));
  return story && found ? { story, ...found } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { story, page } = await threadOn(props);
  return {
    title: `Answers, page ${page}: ${story.headline}`,
    robots: { index: false, follow: true },
  };
}

/** A thread that is too long for the list: all of its answers, under what began it. */
export default async function ThreadPage(props: Props) {
  const { story, thread, answers, page, pages, asked } = await threadOn(props);
  const { timeZone, language } = await site();
  const { path } = story;
  return (
    <Frame section={story.section.path}>
      <div className="story">
        <header>
          <p className="label">
            {answers === 1 ? '1 answer' : `${answers} answers`}, page {page} of {pages}
          </p>
          <h1 dir="auto" lang={story.language}>
            <a href={href(path)}>{story.headline}</a>
          </h1>
        </header>
        <section className="replies" dir={directionOf(language)} id="comments" lang={language}>
          <ThreadList
            dates={{ timeZone, language }}
            story={{ ...story, commentsOpen: asked.open }}
            threads={[thread]}
          />
          <OtherPages
            earlier="Earlier"
            later="Later"
            page={page}
            pageAt={(number) => `${href(threadPath(path, thread.id, number))}#comments`}
            pages={pages}
          />
          <p>
            <a className="linked" href={`${href(commentsPath(path, 1))}#comments`}>
              All comments
            </a>
          </p>
          <CommentScript />
        </section>
      </div>
    </Frame>
  );
}
