'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { decideAction } from '#features/moderation/actions.ts';
import type { QueueMove } from '#features/moderation/views.ts';

export type Decision = {
  move: QueueMove;
  commentId: string;
  revisionId: string;
  rule: string;
  reason: string;
};

/** Decisions that were made together and are taken back together, with what is said of them. */
type Group = { decisions: readonly Decision[]; words: string };

/** What takes each of them back. */
const BACK: Record<QueueMove, QueueMove> = {
  approve: 'undo',
  reject: 'undo',
  undo: 'undo',
  keep: 'reopen',
  reopen: 'keep',
  aside: 'back',
  back: 'aside',
};

/** What is a step back itself is not taken back by the next one. */
const TAKING_BACK: readonly QueueMove[] = ['undo', 'reopen', 'back'];

const AT_ONCE = 100;
const UNREACHED = 'The newsroom’s server could not be reached: nothing was decided. Try again.';

/**
 * Decides without waiting: what is decided leaves the list at once and is sent behind it, everything
 * that came together meanwhile in one message. What is refused comes back and says why.
 */
export function useDeciding(listed: readonly { id: string }[]) {
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState('');
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [failure, setFailure] = useState('');
  const [sending, setSending] = useState(false);
  const unsent = useRef<Decision[]>([]);
  const made = useRef<Group[]>([]);
  const busy = useRef(false);

  // What the server does not send any more may come back once somebody else takes it back.
  useEffect(() => {
    const here = new Set(listed.map(({ id }) => id));
    setGone((before) => {
      const still = [...before].filter((id) => here.has(id));
      return still.length === before.size ? before : new Set(still);
    });
  }, [listed]);

  const hide = (ids: readonly string[], away: boolean) =>
    setGone((before) => {
      const after = new Set(before);
      for (const id of ids) away ? after.add(id) : after.delete(id);
      return after;
    });

  async function send(): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    while (unsent.current.length > 0) {
      const batch = unsent.current.splice(0, AT_ONCE);
      const ids = batch.map((one) => one.commentId);
      const answer = await decideAction(batch).catch(() => null);
      const failed = answer ? answer.message : UNREACHED;
      const refused = failed ? ids : (answer?.refused ?? []).map((one) => one.commentId);
      setFailure(failed);
      hide(refused, false);
      const whys = new Map((answer?.refused ?? []).map(({ commentId, why }) => [commentId, why]));
      setProblems(
        (before) => new Map([...before].filter(([id]) => !ids.includes(id)).concat([...whys])),
      );
      if (refused.length > 0) forget(refused);
    }
    busy.current = false;
    setSending(false);
    router.refresh();
  }

  /** What was not done is not there to be taken back. */
  function forget(ids: readonly string[]): void {
    made.current = made.current
      .map(({ decisions, words }) => ({
        decisions: decisions.filter((one) => !ids.includes(one.commentId)),
        words,
      }))
      .filter((group) => group.decisions.length > 0);
  }

  function decide(decisions: readonly Decision[], words: string): void {
    if (decisions.length === 0) return;
    const undoing = decisions.every(({ move }) => TAKING_BACK.includes(move));
    if (!undoing) made.current.push({ decisions, words });
    setLast(undoing ? '' : words);
    hide(
      decisions.map((one) => one.commentId),
      true,
    );
    unsent.current.push(...decisions);
    void send();
  }

  /** Takes the last group back; the comments are in the list again. Returns the first of them. */
  function undo(): string | null {
    const group = made.current.pop();
    if (!group) return null;
    const ids = group.decisions.map((one) => one.commentId);
    const notSent = new Set(unsent.current.map((one) => one.commentId));
    unsent.current = unsent.current.filter((one) => !ids.includes(one.commentId));
    const sent = group.decisions.filter((one) => !notSent.has(one.commentId));
    unsent.current.push(...sent.map((one) => ({ ...one, move: BACK[one.move] })));
    hide(ids, false);
    setLast(made.current.at(-1)?.words ?? '');
    void send();
    return ids[0] ?? null;
  }

  return { gone, last, problems, failure, sending, decide, undo };
}
