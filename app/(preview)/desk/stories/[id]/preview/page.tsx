import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { StoryArticle } from '#features/stories/components/story.tsx';
import { previewOf } from '#features/stories/desk.ts';
import { directionOf } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { absolute, deskStoryPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Preview' };

/** A story in readers' own type and frame, before any reader has it. */
export default async function PreviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ revision?: string }>;
}) {
  const staff = await requireStaff();
  const { revision } = await searchParams;
  const number = revision === undefined ? undefined : (pageNumber(revision) ?? notFound());
  const preview = await previewOf(staff, (await params).id, { number });
  if (!preview.ok) notFound();
  const { view, state, revisionNumber, isShown } = preview.value;
  const { timeZone } = await siteSettings();
  const bar = (
    <aside aria-label="Preview" className="preview-bar" lang="en" dir="ltr">
      <span>
        Preview of revision {revisionNumber} ({state}).{' '}
        {isShown ? 'Readers see this text.' : 'Readers do not see this text.'}
      </span>
      <a href={deskStoryPath(view.id)}>Back to the editor</a>
    </aside>
  );
  return (
    <Frame above={bar} section={view.section.path}>
      <article className="story" dir={directionOf(view.language)} lang={view.language}>
        <StoryArticle
          address={absolute(env().siteUrl, view.path)}
          story={view}
          timeZone={timeZone}
        />
      </article>
    </Frame>
  );
}
