import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { can as canWithMedia } from '#features/media/policy.ts';
import { requireStaff } from '#features/people/session.ts';
import { can as canWithSections } from '#features/sections/policy.ts';
import { siteSettings } from '#features/site/queries.ts';
import { unsavedTexts } from '#features/stories/autosave.ts';
import { StoryEditor } from '#features/stories/components/editor/story-editor.tsx';
import { editorChoices, emptyEditor } from '#features/stories/desk.ts';
import { deskSectionsPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'New story' };

export default async function NewStoryPage() {
  const staff = await requireStaff();
  const { language, timeZone } = await siteSettings();
  const choices = await editorChoices(staff);
  const [section] = choices.sections;
  if (!section) {
    if (!canWithSections(staff, 'add').ok) notFound();
    return (
      <Empty title="There is no section yet">
        <p className="text-soft">A story stands in a section, and its address begins with it.</p>
        <a href={deskSectionsPath()} className="button button-primary">
          Add a section
        </a>
      </Empty>
    );
  }
  const empty = await emptyEditor(staff, { sectionId: section.id, language });
  if (!empty.ok) notFound();
  return (
    <>
      <h1 className="sr-only">New story</h1>
      <StoryEditor
        first={empty.value}
        unsaved={await unsavedTexts(staff, null)}
        personId={staff.id}
        timeZone={timeZone}
        choices={choices}
        mayAddPictures={canWithMedia(staff, 'add').ok}
      />
    </>
  );
}
