import type { SharedPreview } from '#features/stories/sharing.ts';
import { dateAndTime } from '#lib/dates.ts';
import { href } from '#lib/paths.ts';

/** A form that was refused: what was typed, and why. */
export type Answered = { text: string; kind: string; why: string; wrong: Record<string, string> };

/** What was written back by a secret address, and the form for more. Works without a script. */
export function PreviewAnswers({
  preview,
  action,
  timeZone,
  answered,
}: {
  preview: SharedPreview;
  action: string;
  timeZone: string;
  answered: Answered | undefined;
}) {
  const { answers, revisionId, revisionNumber } = preview;
  const wrong = answered?.wrong.text;
  return (
    <section className="preview-answers" id="answer" lang="en" dir="ltr">
      <h2>Write back to the newsroom</h2>
      {answers.length > 0 && (
        <ol>
          {answers.map((one) => (
            <li key={one.id}>
              <p className="meta">
                {one.kind === 'approval' ? 'You approved' : 'You wrote about'} revision{' '}
                {one.revisionNumber},{' '}
                <time dateTime={one.at.toISOString()}>
                  {dateAndTime(one.at, { timeZone, language: 'en' })}
                </time>
              </p>
              {one.text && <p className="preview-said">{one.text}</p>}
            </li>
          ))}
        </ol>
      )}
      {answered && (
        <p className="wrong" role="alert">
          {answered.why}
        </p>
      )}
      <form method="post" action={href(action)}>
        <input type="hidden" name="revisionId" value={revisionId} />
        <p>
          <label htmlFor="answer-text">What you want to say</label>
          <textarea
            id="answer-text"
            name="text"
            rows={5}
            maxLength={5_000}
            defaultValue={answered?.text}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? 'answer-text-error' : undefined}
          />
          {wrong && (
            <span className="wrong" id="answer-text-error">
              {wrong}
            </span>
          )}
        </p>
        <fieldset>
          <legend>It is</legend>
          <label>
            <input
              type="radio"
              name="kind"
              value="comment"
              defaultChecked={answered?.kind !== 'approval'}
            />{' '}
            a comment on revision {revisionNumber}
          </label>
          <label>
            <input
              type="radio"
              name="kind"
              value="approval"
              defaultChecked={answered?.kind === 'approval'}
            />{' '}
            my approval of revision {revisionNumber}, as it stands here
          </label>
        </fieldset>
        <p>
          <button type="submit">Send</button>
        </p>
      </form>
    </section>
  );
}
