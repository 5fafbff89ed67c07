import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditEntries } from '#features/audit/components/entries.tsx';
import { auditFilterOf } from '#features/audit/input.ts';
import { storyLog } from '#features/audit/queries.ts';
import type { AuditPage } from '#features/audit/views.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { editorView } from '#features/stories/desk.ts';
import { deskStoryPath, storyLogPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'What happened' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StoryLogPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { id } = await params;
  const { before } = auditFilterOf(await searchParams);
  const story = await editorView(staff, id);
  const log = await storyLog(staff, id, before);
  if (!story.ok || (!log.ok && log.code === 'missing')) notFound();
  return (
    <>
      <h1 className="text-title" dir="auto" lang={story.value.language}>
        {story.value.headline}
      </h1>
      <p className="text-soft">
        What happened to this story, newest first.{' '}
        <a href={deskStoryPath(id)} className="link">
          Back to the story
        </a>
      </p>
      {log.ok ? (
        <Log page={log.value} id={id} before={before} timeZone={(await siteSettings()).timeZone} />
      ) : (
        <p className="notice">{log.why}</p>
      )}
    </>
  );
}

function Log({
  page: { entries, older },
  id,
  before,
  timeZone,
}: {
  page: AuditPage;
  id: string;
  before: number | undefined;
  timeZone: string;
}) {
  return (
    <>
      <AuditEntries entries={entries} timeZone={timeZone} ofOne />
      <nav aria-label="Pages" className="pager">
        {before && (
          <a href={storyLogPath(id)} rel="prev">
            Newest
          </a>
        )}
        {older && (
          <a href={storyLogPath(id, older)} rel="next">
            Older
          </a>
        )}
      </nav>
    </>
  );
}
