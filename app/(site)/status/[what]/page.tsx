import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { SearchForm } from '#components/search-form.tsx';
import { site } from '#features/site/queries.ts';
import { Row } from '#features/stories/components/row.tsx';
import { newestStories } from '#features/stories/queries.ts';
import { frontPath, searchPath } from '#lib/paths.ts';

type Props = { params: Promise<{ what: string }> };

const SAID: Record<string, { title: string; text: string }> = {
  missing: {
    title: 'There is no page at this address',
    text: 'It may have been mistyped, or the link that led here is broken. What we have published can be found here:',
  },
  gone: {
    title: 'This story has been withdrawn',
    text: 'It was published here and the newsroom has taken it back. It will not return to this address.',
  },
  error: {
    title: 'Something went wrong on our side',
    text: 'The page could not be made. It is not your doing, and trying again in a minute often helps.',
  },
};

const NEWEST = 4;

async function said({ params }: Props) {
  return SAID[(await params).what] ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title } = await said(props);
  return { title: `${title} – ${(await site()).name}`, robots: { index: false } };
}

/** What the door sends instead of a page that is not there. Each has a way onward. */
export default async function StatusPage(props: Props) {
  const { title, text } = await said(props);
  const [{ timeZone }, newest] = await Promise.all([site(), newestStories(NEWEST)]);
  return (
    <Frame>
      <div className="status">
        <h1>{title}</h1>
        <p className="standfirst">{text}</p>
        <SearchForm action={searchPath('')} />
        <p className="meta">
          Or go to{' '}
          <a className="linked" href={frontPath()}>
            the front page
          </a>
          , or to a section above.
        </p>
      </div>
      {newest.length > 0 && (
        <section aria-labelledby="newest" className="band">
          <h2 className="band-name" id="newest">
            The newest stories
          </h2>
          <Row cards={newest} timeZone={timeZone} />
        </section>
      )}
    </Frame>
  );
}
