'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { CommentText } from '#features/comments/components/comment-text.tsx';
import { EraseForm } from '#features/letters/components/erase-form.tsx';
import type { Held, HeldComment } from '#features/letters/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';
import { heldJsonPath, href } from '#lib/paths.ts';

type Props = { held: Held; token: string; until: Date; dates: DateStyle };

/** As many comments as one page bears; the file has them all. */
const MOST_SHOWN = 200;

/** Everything that is held of one person, as a page. */
export function HeldPage({ held, token, until, dates }: Props) {
  const { address, comments, letters } = held;
  const when = (at: Date | null, not: string) => (at ? dateAndTime(at, dates) : not);
  return (
    <div className="own-comment privacy">
      <h1>What we hold about you</h1>
      <p className="meta">
        This page is yours alone and is here until {dateAndTime(until, dates)}.{' '}
        <a className="linked" download="comments.json" href={heldJsonPath(token)}>
          The same as a file (JSON)
        </a>
      </p>
      <h2>Your address</h2>
      <dl>
        <Fact name="The address">
          {address.kept
            ? 'Kept, sealed. Nothing that makes this page can read it, which is why it is not shown.'
            : 'Not kept. What is left is the mark by which this link found you.'}
        </Fact>
        <Fact name="Last given with a comment">{dateAndTime(address.lastSeen, dates)}</Fact>
        <Fact name="Confirmed">{when(address.confirmed, 'No')}</Fact>
        {address.ended && <Fact name="You ended letters">{dateAndTime(address.ended, dates)}</Fact>}
        {address.refused && (
          <Fact name="You refused all letters">{dateAndTime(address.refused, dates)}</Fact>
        )}
      </dl>
      <h2>Your comments</h2>
      {comments.length === 0 && <p>None.</p>}
      <ol className="held">
        {comments.slice(0, MOST_SHOWN).map((comment) => (
          <HeldOne comment={comment} dates={dates} key={comment.id} />
        ))}
      </ol>
      {comments.length > MOST_SHOWN && (
        <p>
          These are the newest {MOST_SHOWN} of {comments.length}. The file has them all.
        </p>
      )}
      <h2>Letters to you</h2>
      {letters.length === 0 && <p>None.</p>}
      <ul>
        {letters.map(({ kind, at, done }) => (
          <li key={`${kind} ${at.toISOString()}`}>
            {LETTERS[kind] ?? kind}, {when(done, 'not sent yet')}
          </li>
        ))}
      </ul>
      <h2 id="erase">Have it erased</h2>
      <EraseForm token={token} />
    </div>
  );
}

const LETTERS: Readonly<Record<string, string>> = {
  confirm: 'Whether the address is yours',
  'comment-answered': 'That somebody answered you',
  'comment-decided': 'What became of a comment',
  'own-data': 'The link to this page',
};

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const STATES = {
  waiting: 'Waits for a moderator',
  approved: 'Published',
  rejected: 'Not published',
  removed: 'Removed by you',
} as const;

function HeldOne({ comment, dates }: { comment: HeldComment; dates: DateStyle }) {
  const { state, story, redacted, revisions, decisions, letters, commenterId } = comment;
  const { appeal, bans } = comment;
  return (
    <li>
      <h3>
        {story ? (
          <a className="linked" dir="auto" href={href(story.path)}>
            {story.headline}
          </a>
        ) : (
          'A story that is not public'
        )}
      </h3>
      <p className="meta">
        {STATES[state]}. {letters && 'You asked for letters about it. '}
        Your random name in this story: {commenterId}
      </p>
      {redacted !== null && (
        <p>
          Its words are kept nowhere any more. The reason: <span dir="auto">{redacted}</span>
        </p>
      )}
      {redacted === null &&
        revisions.map(({ number, at, name, text }) => (
          <blockquote key={number}>
            <p className="meta">
              Version {number}, {dateAndTime(at, dates)}, as <b dir="auto">{name}</b>
            </p>
            <div className="comment-text" dir="auto">
              <CommentText text={text} />
            </div>
          </blockquote>
        ))}
      {decisions.map(({ at, verdict, rule, reason }) => (
        <p className="meta" key={at.toISOString()}>
          {verdict === 'approved' ? 'Approved' : 'Rejected'} {dateAndTime(at, dates)}
          {rule && ` (${rule})`}
          {reason && (
            <>
              : <span dir="auto">{reason}</span>
            </>
          )}
        </p>
      ))}
      {appeal && (
        <blockquote>
          <p className="meta">
            You objected, {dateAndTime(appeal.at, dates)}
            {appeal.answer && `. The answer: ${appeal.answer}`}
          </p>
          <p dir="auto">{appeal.text}</p>
          {appeal.words && <p dir="auto">{appeal.words}</p>}
        </blockquote>
      )}
      {bans.map(({ at, where, until, rule, reason }) => (
        <p className="meta" key={at.toISOString()}>
          Banned from {where === 'site' ? 'this site' : 'this thread'} {dateAndTime(at, dates)}
          {until && `, until ${dateAndTime(until, dates)}`}
          {rule && ` (${rule})`}
          {reason && (
            <>
              : <span dir="auto">{reason}</span>
            </>
          )}
        </p>
      ))}
    </li>
  );
}
