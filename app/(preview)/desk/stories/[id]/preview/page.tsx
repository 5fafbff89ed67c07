import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { StoryArticle } from '#features/stories/components/story.tsx';
import { previewOf } from '#features/stories/desk.ts';
import { directionOf } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { absolute, deskStoryPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Preview' };

/** A story in readers' own type and frame, before any reader has it. */
export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const preview = await previewOf(staff, (await params).id);
  if (!preview.ok) notFound();
  const { view, state, revisionNumber } = preview.value;
  const { timeZone } = await siteSettings();
  return (
    <>
      <p className="preview-bar" lang="en" dir="ltr">
        <span>
          Preview of revision {revisionNumber} ({state}).{' '}
          {state === 'live' ? 'Readers see this text.' : 'Readers do not see this text.'}
        </span>
        <a href={deskStoryPath(view.id)}>Back to the editor</a>
      </p>
      <Frame section={view.section.path}>
        <article className="story" dir={directionOf(view.language)} lang={view.language}>
          <StoryArticle
            address={absolute(env().siteUrl, view.path)}
            story={view}
            timeZone={timeZone}
          />
        </article>
      </Frame>
    </>
  );
}
