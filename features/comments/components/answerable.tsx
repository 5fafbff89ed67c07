'use client';

import { useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { pickAction } from '#features/comments/actions.ts';
import { AnswerForm } from '#features/comments/components/answer-form.tsx';
import { CommentText } from '#features/comments/components/comment-text.tsx';
import type { Answerable } from '#features/comments/desk.ts';
import { dateAndTime } from '#lib/dates.ts';
import { IDLE } from '#lib/forms.ts';

type Props = {
  comment: Answerable;
  storyId: string;
  timeZone: string;
  mayAnswer: boolean;
  whyNoPick: string | null;
};

/** One comment that readers see, with what the newsroom may do besides judging it. */
export function AnswerableComment({ comment, storyId, timeZone, mayAnswer, whyNoPick }: Props) {
  const [answering, setAnswering] = useState(false);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { id, revisionId, name, text, staff, at, recommended, picked, inReplyTo } = comment;
  const pick = async () => {
    setBusy(true);
    const form = new FormData();
    form.set('commentId', id);
    form.set('revisionId', revisionId);
    form.set('picked', picked ? '' : '1');
    const answer = await pickAction(IDLE, form).catch(() => null);
    setBusy(false);
    setProblem(
      answer?.status === 'done'
        ? ''
        : (answer?.message ?? 'The newsroom’s server could not be reached: try again.'),
    );
  };
  return (
    <article id={id} className="queued" aria-labelledby={`${id}-name`}>
      <header className="flex flex-wrap items-baseline gap-x-3 text-note text-soft">
        <h2 id={`${id}-name`} className="text-base font-semibold text-ink" dir="auto">
          {name}
        </h2>
        {staff && <span className="font-semibold text-accent">Staff</span>}
        {picked && <span className="font-semibold text-accent">Editors’ pick</span>}
        <time dateTime={at.toISOString()}>{dateAndTime(at, { timeZone, language: 'en' })}</time>
        {recommended > 0 && <span>{recommendations(recommended)}</span>}
      </header>
      {inReplyTo && (
        <blockquote className="queued-answered" dir="auto">
          <span className="font-semibold">{inReplyTo.name}:</span> {inReplyTo.text}
        </blockquote>
      )}
      <div className="queued-text" dir="auto">
        <CommentText text={text} />
      </div>
      <Notice kind="problem">{problem}</Notice>
      {answering ? (
        <AnswerForm storyId={storyId} parentId={id} onClose={() => setAnswering(false)} />
      ) : (
        <p className="flex flex-wrap gap-2">
          {mayAnswer && (
            <button type="button" className="button" onClick={() => setAnswering(true)}>
              Answer<span className="sr-only"> {name}</span>
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-pressed={picked}
            disabled={busy || whyNoPick !== null}
            title={whyNoPick ?? undefined}
            onClick={() => void pick()}
          >
            {picked ? 'Pick no longer' : 'Pick'}
            <span className="sr-only"> what {name} wrote</span>
          </button>
        </p>
      )}
    </article>
  );
}

function recommendations(number: number): string {
  return number === 1 ? '1 recommendation' : `${number} recommendations`;
}
