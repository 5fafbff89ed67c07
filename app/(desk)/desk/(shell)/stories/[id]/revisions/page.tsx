import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FreshOnReturn } from '#components/controls/fresh.tsx';
import { Pager } from '#components/pager.tsx';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { RevisionTable } from '#features/stories/components/revisions/revision-table.tsx';
import { TwoRevisions } from '#features/stories/components/revisions/two-revisions.tsx';
import { revisionsOf, revisionText } from '#features/stories/revisions.ts';
import type { RevisionsPage } from '#features/stories/views.ts';
import { directionOf } from '#lib/dates.ts';
import { deskStoryPath, pageNumber, revisionsPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Revisions' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string; to?: string; page?: string }>;
};

export default async function RevisionsPageOfStory({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { id } = await params;
  const wanted = await searchParams;
  const page = pageNumber(wanted.page);
  const list = page ? await revisionsOf(staff, id, page) : null;
  if (!list?.ok) notFound();
  const { headline, language, rows, pages, total } = list.value;
  const pair = chosen(list.value, pageNumber(wanted.from), pageNumber(wanted.to), wanted);
  const texts =
    pair && (await Promise.all(pair.map((number) => revisionText(staff, id, { number }))));
  const [before, after] = texts ?? [];
  const { timeZone } = await siteSettings();
  return (
    <>
      <FreshOnReturn />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-title">
          Revisions of{' '}
          <span lang={language} dir={directionOf(language)}>
            “{headline}”
          </span>
        </h1>
        <a href={deskStoryPath(id)} className="link">
          To the editor
        </a>
      </div>
      {before?.ok && after?.ok && (
        <TwoRevisions before={before.value} after={after.value} language={language} />
      )}
      {pair && !(before?.ok && after?.ok) && (
        <p className="notice notice-problem">There are no such two revisions to compare.</p>
      )}
      <RevisionTable
        list={list.value}
        chosen={pair ?? [rows.at(-1)?.number ?? 1, total]}
        timeZone={timeZone}
      />
      <Pager page={list.value.page} pages={pages} pathOf={(n) => revisionsPath(id, { page: n })} />
    </>
  );
}

/** The two that were asked for; at first what readers see, or what was before, beside the newest. */
function chosen(
  { rows, liveId, headId, total, page }: RevisionsPage,
  from: number | null,
  to: number | null,
  wanted: { from?: string; to?: string },
): [number, number] | null {
  if (wanted.from !== undefined && wanted.to !== undefined) {
    return from && to ? [Math.min(from, to), Math.max(from, to)] : [0, 0];
  }
  if (total < 2 || page > 1) return null;
  const live = liveId === headId ? undefined : rows.find((row) => row.id === liveId);
  return [live?.number ?? total - 1, total];
}
