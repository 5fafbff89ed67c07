import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { replyTarget } from '#features/comments/queries.ts';
import { commentPath, href, storyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ section: string; slug: string; comment: string }> };

export const metadata: Metadata = {
  title: 'Thank you for your report',
  robots: { index: false, follow: true },
};

/** What a report is answered with: the same for everybody, and for one that was made before. */
export default async function ReportSentPage({ params }: Props) {
  const { section, slug, comment } = await params;
  const path = storyPath(plain(section), plain(slug));
  const target = await replyTarget(plain(comment));
  if (target?.story.path !== path) notFound();
  return (
    <Frame section={`/${section}`}>
      <div className="own-comment">
        <h1>Thank you. Our moderators will look at it.</h1>
        <p>They see what you wrote to them, and not who you are.</p>
        <p>
          <a className="linked" href={href(commentPath(path, target.comment.id))}>
            Back to the story: {target.story.headline}
          </a>
        </p>
      </div>
    </Frame>
  );
}
