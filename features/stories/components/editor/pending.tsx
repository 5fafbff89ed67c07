import type { EditorView } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';

/** What this story waits for: an editor's answer, the writer's, or its hour. */
export function Pending({ view, timeZone }: { view: EditorView; timeZone: string }) {
  return (
    <>
      <Scheduled view={view} timeZone={timeZone} />
      <Reviewed view={view} />
    </>
  );
}

function Scheduled({
  view: { scheduled, revisionNumber },
  timeZone,
}: {
  view: EditorView;
  timeZone: string;
}) {
  if (!scheduled) return null;
  const { act, at, revisionNumber: planned } = scheduled;
  const then = dateAndTime(at, { timeZone, language: 'en' });
  if (act === 'withdraw') return <p className="notice">It is withdrawn on {then}.</p>;
  return (
    <p className="notice">
      Revision {planned} is published on {then}.
      {planned < revisionNumber && ' The text has changed since.'}
    </p>
  );
}

/** What the writer asked of the editor, and what the editor answered. */
function Reviewed({ view: { submission, answer, revisionNumber } }: { view: EditorView }) {
  if (submission) {
    const older = submission.revisionNumber < revisionNumber;
    return (
      <p className="notice">
        {submission.by} sent revision {submission.revisionNumber} for review
        {submission.note && `: “${submission.note}”`}
        {older && '. The text has changed since.'}
      </p>
    );
  }
  if (!answer) return null;
  return (
    <p className="notice">
      {answer.by} returned it{answer.note && `: “${answer.note}”`}
    </p>
  );
}
