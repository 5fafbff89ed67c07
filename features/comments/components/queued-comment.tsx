'use client';

import { type FormEvent, useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { AnswerForm } from '#features/comments/components/answer-form.tsx';
import type { CommentMove } from '#features/comments/lifecycle.ts';
import type { QueuedComment as Queued, WriterFacts } from '#features/comments/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { commentLawPath, href } from '#lib/paths.ts';

/** One comment with what a moderator needs to decide: the words, where they stand, what is known. */
export function QueuedComment({
  comment,
  timeZone,
  busy,
  rejecting,
  mayRedact,
  onReject,
  onJudge,
}: {
  comment: Queued;
  timeZone: string;
  busy: boolean;
  rejecting: boolean;
  mayRedact: boolean;
  onReject: (open: boolean) => void;
  onJudge: (move: CommentMove, reason?: string) => void;
}) {
  const [answering, setAnswering] = useState(false);
  const {
    id,
    name,
    text,
    staff,
    at,
    reason,
    redacted,
    held,
    story,
    inReplyTo,
    writer,
    moves,
    state,
  } = comment;
  const may = (move: CommentMove) => moves.includes(move);
  return (
    <article id={id} tabIndex={-1} className="queued" aria-labelledby={`${id}-name`}>
      <header className="flex flex-wrap items-baseline gap-x-3 text-note text-soft">
        <h2 id={`${id}-name`} className="text-base font-semibold text-ink" dir="auto">
          {name || 'Redacted'}
        </h2>
        {staff && <span className="font-semibold text-accent">Staff</span>}
        <time dateTime={at.toISOString()}>{dateAndTime(at, { timeZone, language: 'en' })}</time>
        {writer && <span>{known(writer)}</span>}
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
      </p>
      {inReplyTo && (
        <blockquote className="queued-answered" dir="auto">
          <span className="font-semibold">{inReplyTo.name}:</span> {inReplyTo.text}
        </blockquote>
      )}
      <p className="queued-text" dir="auto">
        {text}
      </p>
      {redacted && <p className="text-note text-soft">Redacted: {redacted}</p>}
      {held && <p className="notice">{held}</p>}
      {reason && <p className="text-note text-soft">Rejected: {reason}</p>}
      {rejecting ? (
        <Reason
          id={id}
          busy={busy}
          onSend={(why) => onJudge('reject', why)}
          onCancel={() => onReject(false)}
        />
      ) : (
        <p className="flex flex-wrap gap-2">
          {may('approve') && (
            <button
              type="button"
              className="button button-primary"
              disabled={busy}
              onClick={() => onJudge('approve')}
              aria-keyshortcuts="A"
            >
              Approve
            </button>
          )}
          {may('reject') && (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => onReject(true)}
              aria-keyshortcuts="R"
            >
              Reject
            </button>
          )}
          {may('undo') && (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => onJudge('undo')}
            >
              Let it wait again
            </button>
          )}
          {state === 'approved' && story.path && !answering && (
            <button type="button" className="button" onClick={() => setAnswering(true)}>
              Answer as staff
            </button>
          )}
          {mayRedact && (
            <a href={commentLawPath(id)} className="link self-center text-note">
              Hold or redact<span className="sr-only"> the comment of {name || 'nobody'}</span>
            </a>
          )}
        </p>
      )}
      {answering && (
        <AnswerForm storyId={story.id} parentId={id} onClose={() => setAnswering(false)} />
      )}
    </article>
  );
}

function Reason({
  id,
  busy,
  onSend,
  onCancel,
}: {
  id: string;
  busy: boolean;
  onSend: (reason: string) => void;
  onCancel: () => void;
}) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get('reason') ?? ''));
  };
  return (
    <form
      onSubmit={send}
      className="grid gap-2"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextField
        id={`${id}-reason`}
        name="reason"
        label="Reason, for the writer (optional)"
        maxLength={500}
        autoFocus
        autoComplete="off"
      />
      <p className="flex flex-wrap gap-2">
        <button type="submit" className="button button-danger" disabled={busy}>
          Reject
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Not now
        </button>
      </p>
    </form>
  );
}

/** What may be known of a writer: how earlier comments were judged, and not who it is. */
function known({ here, elsewhere }: WriterFacts): string {
  const approved = here.approved + elsewhere.approved;
  const rejected = here.rejected + elsewhere.rejected;
  if (approved + rejected === 0) return 'first comment';
  return `${approved} approved, ${rejected} rejected before`;
}
