import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { Pager } from '#components/pager.tsx';
import { FrontHistoryList } from '#features/fronts/components/desk/history-list.tsx';
import { frontDesk, frontHistory } from '#features/fronts/desk.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { deskFrontPath, frontHistoryPath, pageNumber } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'History of a front' };

type Props = { params: Promise<{ front: string }>; searchParams: Promise<{ page?: string }> };

export default async function FrontHistoryPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const front = decodeURIComponent((await params).front);
  const page = pageNumber((await searchParams).page);
  const desk = await frontDesk(staff, front);
  const history = page && desk.ok ? await frontHistory(staff, front, page) : null;
  if (!desk.ok || !history?.ok) notFound();
  const { rows, pages } = history.value;
  const { name, number, mayArrange } = desk.value;
  const { timeZone } = await siteSettings();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">History of the front: {name}</h1>
        <a href={deskFrontPath(front)} className="link">
          Back to the front
        </a>
      </div>
      {rows.length > 0 ? (
        <FrontHistoryList
          front={front}
          newest={number}
          mayRestore={mayArrange.ok}
          rows={rows}
          timeZone={timeZone}
        />
      ) : (
        <Empty title="Nobody has arranged this front">
          <p className="text-soft">
            It fills itself with what is newest. Each time an editor publishes an arrangement, what
            stood where is kept here and can be brought back.
          </p>
        </Empty>
      )}
      <Pager page={page ?? 1} pages={pages} pathOf={(to) => frontHistoryPath(front, to)} />
    </>
  );
}
