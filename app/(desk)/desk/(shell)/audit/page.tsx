import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Empty } from '#components/controls/empty.tsx';
import { AuditEntries } from '#features/audit/components/entries.tsx';
import { AuditFilterForm } from '#features/audit/components/filter.tsx';
import { auditFilterOf } from '#features/audit/input.ts';
import { auditChoices, auditLog } from '#features/audit/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { deskAuditPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Audit log' };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const staff = await requireStaff();
  const filter = auditFilterOf(await searchParams);
  const log = await auditLog(staff, filter);
  const choices = await auditChoices(staff);
  if (!log.ok || !choices.ok) notFound();
  const { entries, older } = log.value;
  return (
    <>
      <h1 className="text-title">Audit log</h1>
      <p className="max-w-prose text-soft">
        Everything that was written, by whom. Nobody can change a row of it unnoticed:{' '}
        <code>npm run -s dateline -- verify</code> proves it.
      </p>
      <AuditFilterForm filter={filter} choices={choices.value} />
      {entries.length > 0 ? (
        <AuditEntries entries={entries} timeZone={(await siteSettings()).timeZone} />
      ) : (
        <Empty title="Nothing of that kind happened">
          <p className="text-soft">
            No row of the log matches.{' '}
            <a href={deskAuditPath()} className="link">
              Show all
            </a>{' '}
            of them, or ask for less at once.
          </p>
        </Empty>
      )}
      <nav aria-label="Pages" className="pager">
        {filter.before && (
          <a href={deskAuditPath({ ...filter, before: undefined })} rel="prev">
            Newest
          </a>
        )}
        {older && (
          <a href={deskAuditPath({ ...filter, before: older })} rel="next">
            Older
          </a>
        )}
      </nav>
    </>
  );
}
