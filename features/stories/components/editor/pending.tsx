import type { EditorView } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { previewPath } from '#lib/paths.ts';

type Props = { view: EditorView; timeZone: string };

/** What this story waits for: an editor's answer, the writer's, or its hour. */
export function Pending({ view, timeZone }: Props) {
  return (
    <>
      <Planned view={view} timeZone={timeZone} />
      <Reviewed view={view} />
    </>
  );
}

/** What happens by itself, each with its moment and who decided it. */
function Planned({ view: { id, plans, revisionNumber }, timeZone }: Props) {
  const { publication, takeDown, embargo } = plans;
  const on = (at: Date) => dateAndTime(at, { timeZone, language: 'en' });
  return (
    <>
      {embargo && (
        <p className="notice">
          Under embargo until {on(embargo.until)} ({embargo.by}). Nothing of it goes out before.
        </p>
      )}
      {publication && (
        <p className="notice">
          Revision {publication.revisionNumber} is published on {on(publication.from)} (
          {publication.by}){publication.from > publication.at && ', when the embargo ends'}.
          {publication.revisionNumber < revisionNumber && ' The text has changed since.'}{' '}
          <a
            href={previewPath(id, publication.revisionNumber)}
            className="link"
            target="_blank"
            rel="noopener"
          >
            Preview it
          </a>
        </p>
      )}
      {takeDown && (
        <p className="notice">
          It is taken down on {on(takeDown.at)} ({takeDown.by}).
        </p>
      )}
    </>
  );
}

/** What the writer asked of the editor, and what the editor answered. */
function Reviewed({ view: { submission, answer, revisionNumber } }: Pick<Props, 'view'>) {
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
