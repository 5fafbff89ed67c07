import type { OwnDecision } from '#features/moderation/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { appealPath, transparencyPath } from '#lib/paths.ts';

type Props = {
  decision: OwnDecision;
  token: string;
  dates: DateStyle;
  /** An appeal as it was typed, with what is wrong with it. */
  typed?: { text: string; why: string } | undefined;
};

/** By which rule a comment was rejected and why, whether its writer is banned, and the one appeal. */
export function OwnDecisionPart({ decision, token, dates, typed }: Props) {
  const { rejected, ban, appeal, mayAppeal } = decision;
  return (
    <>
      {rejected && <Rejection {...rejected} />}
      {ban && (
        <p className="sent">
          You are banned from commenting {ban.where === 'thread' ? 'in this conversation' : 'here'}
          {ban.until ? ` until ${dateAndTime(ban.until, dates)}` : ''}.
          {ban.rule && ` The rule: ${ban.rule}.`}
          {ban.reason && (
            <>
              {' '}
              <span dir="auto">{ban.reason}</span>
            </>
          )}
        </p>
      )}
      {appeal && <Appealed appeal={appeal} dates={dates} />}
      {mayAppeal && <AppealForm token={token} typed={typed} />}
    </>
  );
}

function Rejection({ rule, reason }: NonNullable<OwnDecision['rejected']>) {
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why</h2>
      {rule && (
        <p>
          <b>{rule.name}.</b> {rule.words}
        </p>
      )}
      {reason && (
        <p>
          The moderator says: <span dir="auto">{reason}</span>
        </p>
      )}
      {!rule && !reason && <p>The moderator gave no reason.</p>}
      <p className="meta">
        <a className="linked" href={transparencyPath()}>
          The rules, and how often each of them is applied
        </a>
      </p>
    </section>
  );
}

function Appealed({
  appeal,
  dates,
}: {
  appeal: NonNullable<OwnDecision['appeal']>;
  dates: DateStyle;
}) {
  const { text, at, answer, words } = appeal;
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal">Your appeal</h2>
      {text && (
        <blockquote>
          <p dir="auto">{text}</p>
        </blockquote>
      )}
      {answer === null ? (
        <p>
          Sent <time dateTime={at.toISOString()}>{dateAndTime(at, dates)}</time>. Somebody else than
          who rejected the comment will read it and answer here.
        </p>
      ) : (
        <p>
          {answer === 'upheld'
            ? 'Somebody else has read it: the rejection stands.'
            : 'Somebody else has read it: your comment is published after all.'}
        </p>
      )}
      {words && (
        <p>
          The answer: <span dir="auto">{words}</span>
        </p>
      )}
    </section>
  );
}

/** Where the fault is, the cursor goes. */
const WRONG = {
  autoFocus: true,
  'aria-invalid': true,
  'aria-describedby': 'appeal-wrong',
} as const;

function AppealForm({ token, typed }: Pick<Props, 'token' | 'typed'>) {
  const wrong = typed?.why;
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal">Appeal</h2>
      <p>You can say once why it should be published. Somebody else will read it and answer.</p>
      <form
        acceptCharset="utf-8"
        action={appealPath(token)}
        className="reply"
        method="post"
        noValidate
      >
        <div className="field">
          <label htmlFor="appeal-text">Why it should be published</label>{' '}
          <span aria-hidden="true">*</span>
          <textarea
            id="appeal-text"
            name="text"
            rows={4}
            required
            dir="auto"
            defaultValue={typed?.text}
            {...(wrong ? WRONG : {})}
          />
          {wrong && (
            <p className="wrong" id="appeal-wrong">
              {wrong}
            </p>
          )}
        </div>
        <p>
          <button type="submit">Send the appeal</button>
        </p>
      </form>
    </section>
  );
}
