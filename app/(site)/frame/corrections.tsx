import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { Pager } from '#components/pager.tsx';
import { site } from '#features/site/queries.ts';
import { CorrectionText } from '#features/stories/components/corrections.tsx';
import { correctionPage } from '#features/stories/queries.ts';
import { directionOf } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { absolute, correctionsPath, href } from '#lib/paths.ts';

const ABOUT =
  'What we got wrong, what was unclear, and what we took back, newest first. Each stands on its story too.';

/** One numbered page of everything that readers were told about stories that were not right. */
export async function CorrectionsPage({ number }: { number: number }) {
  const { corrections, page, pages } = (await correctionPage(number)) ?? notFound();
  const { timeZone, language } = await site();
  return (
    <Frame>
      <div className="listing">
        <header className="list-head">
          <h1>Corrections</h1>
          <p className="standfirst">{ABOUT}</p>
          {page > 1 && (
            <p className="meta">
              Page {page} of {pages} · <a href={correctionsPath()}>The newest</a>
            </p>
          )}
        </header>
        {corrections.length > 0 ? (
          <ol className="corrections">
            {corrections.map(({ story, headline, ...correction }) => (
              <li key={correction.id}>
                <h2 dir="auto" lang={story?.language ?? language}>
                  {story ? (
                    <a href={href(story.path)}>{story.headline}</a>
                  ) : (
                    headline || 'A story that has been withdrawn since'
                  )}
                </h2>
                <div dir={directionOf(story?.language ?? language)} lang={story?.language}>
                  <CorrectionText
                    correction={correction}
                    language={story?.language ?? language}
                    timeZone={timeZone}
                  />
                </div>
              </li>
            ))}
          </ol>
        ) : (
          <p className="notice">Nothing had to be corrected yet.</p>
        )}
        <Pager page={page} pages={pages} pathOf={(one) => href(correctionsPath(one))} />
      </div>
    </Frame>
  );
}

export async function correctionsMetadata(number: number): Promise<Metadata> {
  const { page, pages } = (await correctionPage(number)) ?? notFound();
  const { name } = await site();
  const { siteUrl } = env();
  const at = (one: number) => absolute(siteUrl, correctionsPath(one));
  const title = page > 1 ? `Corrections, page ${page} – ${name}` : `Corrections – ${name}`;
  return {
    title,
    description: ABOUT,
    alternates: { canonical: at(page) },
    pagination: {
      previous: page > 1 ? at(page - 1) : undefined,
      next: page < pages ? at(page + 1) : undefined,
    },
    openGraph: { type: 'website', url: at(page), siteName: name, title, description: ABOUT },
  };
}
