import type { ReportReason } from '#features/comments/reports.ts';
import type { ReportView } from '#features/moderation/views.ts';

const REASONS: Record<ReportReason, string> = {
  abuse: 'Abuse',
  spam: 'Advertising',
  'off-topic': 'Off the subject',
  private: 'Private matters',
  illegal: 'Against the law',
  other: 'Something else',
};

/** What readers say against a comment, and how many of them say the same. */
export function Reports({ reports }: { reports: readonly ReportView[] }) {
  if (reports.length === 0) return null;
  const byReason = Map.groupBy(reports, (report) => report.reason);
  return (
    <ul className="queue-notes queue-reports" aria-label="Reports of readers">
      {[...byReason].map(([reason, said]) => (
        <li key={reason}>
          <b>{REASONS[reason]}</b>
          {said.length > 1 && ` (${said.length})`}
          {said
            .filter(({ note }) => note)
            .map(({ note, at }) => (
              <span key={at.getTime() + note} className="block" dir="auto">
                {note}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}
