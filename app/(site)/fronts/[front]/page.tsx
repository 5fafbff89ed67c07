import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { FrontPage } from '#features/fronts/components/front.tsx';
import { homeFront } from '#features/fronts/queries.ts';
import { site, today } from '#features/site/queries.ts';
import { feedLinks } from '#features/stories/metadata.ts';
import { env } from '#lib/env.ts';
import { deskPath, frontPath } from '#lib/paths.ts';

type Props = { params: Promise<{ front: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ((await params).front !== 'home') notFound();
  const { name, tagline } = await site();
  const title = tagline ? `${name}: ${tagline}` : name;
  return {
    title,
    description: tagline || undefined,
    alternates: { canonical: frontPath(), types: feedLinks(env().siteUrl, name) },
    openGraph: { type: 'website', url: frontPath(), siteName: name, title },
  };
}

/** The front. Its address is `/`, which the door sends here. */
export default async function Front({ params }: Props) {
  if ((await params).front !== 'home') notFound();
  const [front, day, { timeZone }] = await Promise.all([homeFront(), today(), site()]);
  return (
    <Frame day={day}>
      {front.lead ? <FrontPage front={front} timeZone={timeZone} today={day} /> : <NothingYet />}
    </Frame>
  );
}

function NothingYet() {
  return (
    <div className="notice">
      <h2>Nothing is published yet</h2>
      <p>
        The first story that the newsroom publishes will stand here. To write it, sign in at{' '}
        <a className="linked" href={deskPath()}>
          the desk
        </a>
        .
      </p>
    </div>
  );
}
