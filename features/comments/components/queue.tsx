'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { judgeAction } from '#features/comments/actions.ts';
import { QueuedComment } from '#features/comments/components/queued-comment.tsx';
import type { CommentMove } from '#features/comments/lifecycle.ts';
import type { QueuedComment as Queued } from '#features/comments/views.ts';
import { IDLE } from '#lib/forms.ts';

type Decided = { id: string; revisionId: string; words: string };

const DONE: Record<CommentMove, string> = {
  approve: 'approved',
  reject: 'rejected',
  undo: 'waits again',
};

/** The moderators' list. J and K go down and up, A approves, R rejects, U takes the last one back. */
export function Queue({
  comments,
  timeZone,
  mayRedact,
}: {
  comments: Queued[];
  timeZone: string;
  mayRedact: boolean;
}) {
  const [rejecting, setRejecting] = useState<string | null>(null);
  const [last, setLast] = useState<Decided | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLOListElement>(null);

  const judge = async (
    { id, revisionId, name }: { id: string; revisionId: string; name: string },
    move: CommentMove,
    reason = '',
  ) => {
    if (busy) return;
    const next = neighbour(list.current, id);
    setBusy(true);
    const form = new FormData();
    for (const [key, value] of Object.entries({ move, commentId: id, revisionId, reason })) {
      form.set(key, value);
    }
    const answer = await judgeAction(IDLE, form).catch(() => null);
    setBusy(false);
    if (answer?.status !== 'done') {
      setProblem(answer?.message ?? 'The newsroom’s server could not be reached: try again.');
      return;
    }
    setProblem('');
    setRejecting(null);
    setLast(
      move === 'undo'
        ? null
        : { id, revisionId, words: `The comment of ${name} is ${DONE[move]}.` },
    );
    next?.focus();
  };
  const takeBack = () => {
    if (last) void judge({ ...last, name: '' }, 'undo');
  };

  useKeys((key) => {
    const here = list.current?.querySelector<HTMLElement>('article:focus-within');
    const comment = comments.find((one) => one.id === here?.id);
    if (key === 'j' || key === 'k') step(list.current, key === 'j' ? 1 : -1);
    else if (key === 'u') takeBack();
    else if (comment && key === 'a' && comment.moves.includes('approve'))
      void judge(comment, 'approve');
    else if (comment && key === 'r' && comment.moves.includes('reject')) setRejecting(comment.id);
  });

  return (
    <>
      <Notice kind="problem">{problem}</Notice>
      <div role="status" className="said">
        {last && (
          <p className="notice notice-done flex flex-wrap items-center gap-3">
            {last.words}
            <button type="button" className="link" onClick={takeBack} disabled={busy}>
              Undo
            </button>
          </p>
        )}
      </div>
      <ol ref={list} className="queue">
        {comments.map((comment) => (
          <li key={comment.id}>
            <QueuedComment
              comment={comment}
              timeZone={timeZone}
              busy={busy}
              rejecting={rejecting === comment.id}
              mayRedact={mayRedact}
              onReject={(open) => setRejecting(open ? comment.id : null)}
              onJudge={(move, reason) => void judge(comment, move, reason)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function articles(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('article') ?? [])];
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const all = articles(list);
  const at = all.findIndex((one) => one.matches(':focus-within'));
  const next = at < 0 ? all[0] : all[at + by];
  next?.focus();
}

/** The comment that takes the place of one that is decided about. */
function neighbour(list: HTMLElement | null, id: string): HTMLElement | undefined {
  const all = articles(list);
  const at = all.findIndex((one) => one.id === id);
  return all[at + 1] ?? all[at - 1];
}

/** Single letters, but never while somebody types. */
function useKeys(press: (key: string) => void): void {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).matches('input, textarea, select')) return;
      if (!/^[jkaru]$/.test(event.key)) return;
      event.preventDefault();
      latest.current(event.key);
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, []);
}
