import type { AuditEntry } from '#features/audit/views.ts';
import { clockTime, dateAndTime, shortDate } from '#lib/dates.ts';
import { deskAuditPath } from '#lib/paths.ts';

type Props = {
  entries: AuditEntry[];
  timeZone: string;
  /** What happened to one thing: its name need not be said in each line. */
  ofOne?: boolean;
};

/** Rows of the log as sentences, newest first. */
export function AuditEntries({ entries, timeZone, ofOne = false }: Props) {
  const style = { timeZone, language: 'en' };
  return (
    <table className="list">
      <caption className="sr-only">What happened, newest first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Who</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.position}>
            <th scope="row">
              <Did entry={entry} ofOne={ofOne} />
              {entry.said && (
                <span className="block text-note text-soft" dir="auto">
                  “{entry.said}”
                </span>
              )}
              {entry.erased && (
                <span className="block text-note text-soft">The details were erased.</span>
              )}
            </th>
            <td>{entry.who}</td>
            <td>
              <time
                dateTime={entry.at.toISOString()}
                title={`Row ${entry.position}, ${dateAndTime(entry.at, style)}`}
              >
                {shortDate(entry.at, style)}, {clockTime(entry.at, style)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Did({ entry, ofOne }: { entry: AuditEntry; ofOne: boolean }) {
  const { did, thing } = entry;
  return (
    <>
      {did.before}{' '}
      {did.named && (
        <>
          {thing.path && !ofOne ? (
            <a href={thing.path} className="link" dir="auto">
              {thing.name}
            </a>
          ) : (
            <bdi>{ofOne ? 'it' : thing.name}</bdi>
          )}
          {did.after && ` ${did.after}`}
          {!ofOne && (
            <>
              {' '}
              <a
                href={deskAuditPath({ noun: thing.noun, thing: thing.id })}
                className="text-note text-soft underline"
              >
                all about it<span className="sr-only">: {thing.name}</span>
              </a>
            </>
          )}
        </>
      )}
    </>
  );
}
