import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Pager } from '#components/pager.tsx';
import { Holds } from '#features/law/components/holds.tsx';
import { Redact } from '#features/law/components/redact.tsx';
import { RevisionChoice } from '#features/law/components/revision-choice.tsx';
import { lawOf } from '#features/law/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { revisionsOf } from '#features/stories/revisions.ts';
import { deskStoryPath, pageNumber, storyLawPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Hold or redact' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string }> };

const GONE = [
  'The text of the chosen revisions, their topics, captions, notes and names.',
  'What anybody is typing on top of them, and where colleagues quote them.',
  'Their words in the search index, in what waits to be done, and in the audit log.',
  'If readers see one of them: the story, which is withdrawn.',
];

export default async function StoryLawPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { id } = await params;
  const page = pageNumber((await searchParams).page);
  const list = page ? await revisionsOf(staff, id, page) : null;
  if (!list?.ok) notFound();
  const law = await lawOf(staff, 'story', { id });
  const { timeZone } = await siteSettings();
  const { headline, language, pages } = list.value;
  return (
    <>
      <h1 className="text-title">
        Hold or redact <bdi lang={language}>{headline || 'a redacted story'}</bdi>
      </h1>
      <p>
        <a href={deskStoryPath(id)} className="link">
          Back to the story
        </a>
      </p>
      <Holds noun="story" thingId={id} law={law} timeZone={timeZone} />
      <Redact noun="story" id={id} verdict={law.redact} gone={GONE}>
        <RevisionChoice list={list.value} timeZone={timeZone} />
      </Redact>
      <Pager page={list.value.page} pages={pages} pathOf={(n) => storyLawPath(id, n)} />
    </>
  );
}
