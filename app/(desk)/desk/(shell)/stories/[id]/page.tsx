import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can as canWithAudit } from '#features/audit/policy.ts';
import { mayTakePart } from '#features/comments/desk.ts';
import { HoldNotice, LawLink } from '#features/law/components/notice.tsx';
import { lawOf } from '#features/law/queries.ts';
import { can as canWithMedia } from '#features/media/policy.ts';
import { requireStaff } from '#features/people/session.ts';
import { StoryAssignments } from '#features/planning/components/story-assignments.tsx';
import { plans } from '#features/planning/policy.ts';
import { assignmentsOf } from '#features/planning/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { unsavedTexts } from '#features/stories/autosave.ts';
import { StoryEditor } from '#features/stories/components/editor/story-editor.tsx';
import { editorChoices, editorView } from '#features/stories/desk.ts';
import { deskDiscussionPath, storyLawPath, storyLogPath } from '#lib/paths.ts';

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
  const law = await lawOf(staff, 'story', story.value);
  return (
    <>
      <h1 className="sr-only">{story.value.headline}</h1>
      <HoldNotice law={law} />
      <StoryEditor
        first={story.value}
        unsaved={await unsavedTexts(staff, story.value.id)}
        personId={staff.id}
        timeZone={timeZone}
        mayAddPictures={canWithMedia(staff, 'add').ok}
        choices={await editorChoices(staff)}
      />
      {plans(staff) && (
        <StoryAssignments
          assignments={await assignmentsOf(staff, story.value.id)}
          storyId={story.value.id}
          timeZone={timeZone}
        />
      )}
      {(await mayTakePart(staff, story.value.id)) && (
        <p className="text-note">
          <a href={deskDiscussionPath(story.value.id)} className="link">
            What readers say
          </a>
        </p>
      )}
      {canWithAudit(staff, 'read of story', story.value).ok && (
        <p className="flex flex-wrap gap-x-6 gap-y-2 text-note">
          <a href={storyLogPath(story.value.id)} className="link">
            What happened to this story
          </a>
          <LawLink law={law} to={storyLawPath(story.value.id)} />
        </p>
      )}
    </>
  );
}
