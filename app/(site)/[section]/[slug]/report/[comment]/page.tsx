import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { ReportPage } from '#features/comments/components/report-form.tsx';
import { replyTarget } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { storyPath } from '#lib/paths.ts';

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
    title: `Report what ${comment.name} wrote: ${story.headline}`,
    robots: { index: false, follow: true },
  };
}

/** Where a reader says that a comment should not stand. */
export default async function ReportCommentPage(props: Props) {
  const target = await targetOf(props);
  const { timeZone, language } = await site();
  return (
    <Frame section={`/${target.story.path.split('/')[1]}`}>
      <ReportPage dates={{ timeZone, language }} target={target} />
    </Frame>
  );
}
