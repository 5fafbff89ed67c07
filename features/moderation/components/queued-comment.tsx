'use client';

import { useState } from 'react';
import { AnswerForm } from '#features/comments/components/answer-form.tsx';
import { Appeal } from '#features/moderation/components/appeal.tsx';
import { AsideForm } from '#features/moderation/components/aside-form.tsx';
import { BanDialog } from '#features/moderation/components/ban-dialog.tsx';
import { MarkedText } from '#features/moderation/components/marked-text.tsx';
import { type More, MoreActs } from '#features/moderation/components/more-acts.tsx';
import { NoteForm, Notes } from '#features/moderation/components/notes.tsx';
import { Reports } from '#features/moderation/components/reports.tsx';
import { RuleChooser } from '#features/moderation/components/rule-chooser.tsx';
import { Verdicts } from '#features/moderation/components/verdicts.tsx';
import type {
  QueuedComment as Queued,
  QueueMove,
  WriterFacts,
} from '#features/moderation/views.ts';
import { ruleNamed } from '#features/screening/rules.ts';
import { dateAndTime } from '#lib/dates.ts';
import { href } from '#lib/paths.ts';

type Props = {
  comment: Queued;
  timeZone: string;
  mayRedact: boolean;
  chosen: boolean;
  /** What is open under it: the choice of a rule, a note, the question of a ban. */
  open: 'rules' | 'note' | 'ban' | 'aside' | null;
  problem: string;
  onOpen: (what: Props['open']) => void;
  onChoose: (on: boolean) => void;
  onJudge: (move: QueueMove, rule?: string, reason?: string) => void;
};

/** One comment with what a moderator needs to decide: the words, where they stand, what is known. */
export function QueuedComment({
  comment,
  timeZone,
  mayRedact,
  chosen,
  open,
  problem,
  ...on
}: Props) {
  const [answering, setAnswering] = useState(false);
  const { id, name, at, staff, held, story, inReplyTo, writer, state, redacted } = comment;
  const close = () => {
    on.onOpen(null);
    document.getElementById(id)?.focus();
  };
  const more = (what: More) => (what === 'answer' ? setAnswering(true) : on.onOpen(what));
  return (
    <article
      id={id}
      tabIndex={-1}
      className="queued"
      aria-labelledby={`${id}-name`}
      data-chosen={chosen || undefined}
    >
      <header className="queued-head">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={`Choose the comment of ${name || 'nobody'}`}
          onChange={(event) => on.onChoose(event.target.checked)}
        />
        <div>
          <h2 id={`${id}-name`} dir="auto">
            {name || 'Redacted'}
          </h2>
          {staff && <span className="font-semibold text-accent">Staff</span>}
          <time dateTime={at.toISOString()}>{dateAndTime(at, { timeZone, language: 'en' })}</time>
          {writer && <span>{known(writer)}</span>}
          {comment.ban && <span className="text-danger">banned</span>}
          {state !== 'waiting' && (
            <span className={`state state-${DOTS[state] ?? 'draft'}`}>{state}</span>
          )}
        </div>
      </header>
      <p className="text-note">
        under{' '}
        {story.path ? (
          <a href={href(story.path)} className="link" target="_blank" rel="noopener">
            {story.headline}
          </a>
        ) : (
          <span className="text-soft">{story.headline} (withdrawn)</span>
        )}
        {!story.open && <span className="text-soft"> · comments closed</span>}
        {!comment.thread.open && <span className="text-soft"> · conversation closed</span>}
      </p>
      {inReplyTo && (
        <blockquote className="queued-answered" dir="auto">
          <span className="font-semibold">{inReplyTo.name}:</span> {inReplyTo.text}
        </blockquote>
      )}
      <MarkedText text={comment.text} said={comment.said} />
      <Verdicts said={comment.said} />
      <Reports reports={comment.reports} />
      <Notes notes={comment.notes} timeZone={timeZone} />
      {redacted && <p className="text-note text-soft">Redacted: {redacted}</p>}
      {held && <p className="notice">{held}</p>}
      {problem && (
        <p className="notice notice-problem" role="alert">
          {problem}
        </p>
      )}
      <LastDecision comment={comment} />
      {comment.appeal && <Appeal commentId={id} appeal={comment.appeal} />}
      {open === 'rules' ? (
        <RuleChooser
          id={id}
          onChoose={(rule, reason) => on.onJudge('reject', rule, reason)}
          onCancel={close}
        />
      ) : (
        <Acts
          comment={comment}
          mayRedact={mayRedact}
          onOpen={on.onOpen}
          onJudge={on.onJudge}
          onMore={more}
        />
      )}
      {open === 'aside' && (
        <AsideForm id={id} onAside={(note) => on.onJudge('aside', '', note)} onClose={close} />
      )}
      {open === 'note' && <NoteForm commentId={id} onClose={close} />}
      {open === 'ban' && <BanDialog commentId={id} name={name} onClose={close} />}
      {answering && (
        <AnswerForm storyId={story.id} parentId={id} onClose={() => setAnswering(false)} />
      )}
    </article>
  );
}

const DOTS: Partial<Record<Queued['state'], string>> = { approved: 'live', rejected: 'withdrawn' };

function Acts({
  comment,
  mayRedact,
  onOpen,
  onJudge,
  onMore,
}: Pick<Props, 'comment' | 'mayRedact' | 'onOpen' | 'onJudge'> & { onMore: (what: More) => void }) {
  const may = (move: QueueMove) => comment.moves.includes(move);
  return (
    <div className="flex flex-wrap gap-2">
      {may('approve') && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => onJudge('approve')}
          aria-keyshortcuts="A"
        >
          Approve
        </button>
      )}
      {may('keep') && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => onJudge('keep')}
          aria-keyshortcuts="A"
        >
          Let it stand
        </button>
      )}
      {may('reject') && (
        <>
          <button
            type="button"
            className="button"
            onClick={() => onOpen('rules')}
            aria-keyshortcuts="R"
          >
            Reject…
          </button>
          <button
            type="button"
            className="button"
            onClick={() => onJudge('reject', 'spam')}
            aria-keyshortcuts="S"
          >
            Spam
          </button>
        </>
      )}
      {may('aside') && (
        <button
          type="button"
          className="button"
          onClick={() => onOpen('aside')}
          aria-keyshortcuts="H"
        >
          Set aside…
        </button>
      )}
      {may('back') && (
        <button type="button" className="button" onClick={() => onJudge('back')}>
          Put back
        </button>
      )}
      {may('undo') && (
        <button type="button" className="button" onClick={() => onJudge('undo')}>
          Let it wait again
        </button>
      )}
      <MoreActs comment={comment} mayRedact={mayRedact} onMore={onMore} />
    </div>
  );
}

function LastDecision({ comment: { decided, state } }: { comment: Queued }) {
  if (!decided) return null;
  const rule = ruleNamed(decided.rule)?.name;
  return (
    <p className="text-note text-soft">
      {state === 'approved' ? 'Approved' : 'Rejected'} by {decided.who}
      {rule && `: ${rule}`}
      {decided.reason && `. ${decided.reason}`}
    </p>
  );
}

/** What may be known of a writer: how earlier comments were judged, and not who it is. */
function known({ here, elsewhere, confirmed }: WriterFacts): string {
  const approved = here.approved + elsewhere.approved;
  const rejected = here.rejected + elsewhere.rejected;
  const before =
    approved + rejected === 0
      ? 'first comment'
      : `${approved} approved, ${rejected} rejected before`;
  return confirmed ? `${before}, address confirmed` : before;
}
