import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can as canWithAudit } from '#features/audit/policy.ts';
import { can as canWithMedia } from '#features/media/policy.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { unsavedTexts } from '#features/stories/autosave.ts';
import { StoryEditor } from '#features/stories/components/editor/story-editor.tsx';
import { editorChoices, editorView } from '#features/stories/desk.ts';
import { storyLogPath } from '#lib/paths.ts';

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const story = await editorView(await requireStaff(), (await params).id);
  return { title: story.ok ? story.value.headline : 'Not here' };
}

export default async function StoryPage({ params }: Params) {
  const staff = await requireStaff();
  const story = await editorView(staff, (await params).id);
  if (!story.ok) notFound();
  const { timeZone } = await siteSettings();
  return (
    <>
      <h1 className="sr-only">{story.value.headline}</h1>
      <StoryEditor
        first={story.value}
        unsaved={await unsavedTexts(staff, story.value.id)}
        personId={staff.id}
        timeZone={timeZone}
        mayAddPictures={canWithMedia(staff, 'add').ok}
        choices={await editorChoices(staff)}
      />
      {canWithAudit(staff, 'read of story', story.value).ok && (
        <p className="text-note">
          <a href={storyLogPath(story.value.id)} className="link">
            What happened to this story
          </a>
        </p>
      )}
    </>
  );
}
