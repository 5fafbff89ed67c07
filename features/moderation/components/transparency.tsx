import { type Counted, nameOf, phaseName, summed } from '#features/moderation/transparency.ts';

const OUTCOMES: Record<string, string> = {
  approved: 'Published',
  rejected: 'Rejected',
  reject: 'Rejected by itself',
  spam: 'Put with the spam',
  hold: 'Held for a careful look',
  wait: 'Left to wait for a moderator',
  note: 'Noted',
  upheld: 'The rejection stands',
  overturned: 'Published after all',
};

const PARTS = [
  {
    kind: 'decision',
    title: 'What moderators decided',
    none: 'Nothing was decided in this time.',
  },
  {
    kind: 'pipeline',
    title: 'What the pipeline said before anybody read it',
    none: 'It said nothing in this time.',
  },
  { kind: 'appeal', title: 'Appeals that were answered', none: 'None was answered in this time.' },
] as const;

/** How many comments were decided by which rule, for everybody to see. */
export function TransparencyTables({ rows, language }: { rows: Counted[]; language: string }) {
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language);
  return PARTS.map(({ kind, title, none }) => {
    const lines = summed(rows, kind);
    return (
      <section key={kind} aria-labelledby={`count-${kind}`}>
        <h2 id={`count-${kind}`}>{title}</h2>
        {lines.length === 0 ? (
          <p className="meta">{none}</p>
        ) : (
          <table className="counts">
            <thead>
              <tr>
                <th scope="col">Outcome</th>
                {kind !== 'appeal' && <th scope="col">{kind === 'decision' ? 'Rule' : 'Why'}</th>}
                <th scope="col">Comments</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ rule, outcome, comments }) => (
                <tr key={`${outcome} ${rule}`}>
                  <th scope="row">{OUTCOMES[outcome] ?? outcome}</th>
                  {kind !== 'appeal' && (
                    <td>{(kind === 'pipeline' ? phaseName : nameOf)(rule) || '–'}</td>
                  )}
                  <td>{number.format(comments)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    );
  });
}
