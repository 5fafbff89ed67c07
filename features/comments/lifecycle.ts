import type { COMMENT_STATES } from '#db/schema/comments.ts';

export type CommentState = (typeof COMMENT_STATES)[number];
export type CommentMove = 'approve' | 'reject' | 'undo';

/** From which states a comment can be moved, where it then is, and what to say otherwise. */
const MOVES = {
  approve: {
    from: ['waiting', 'rejected'],
    to: 'approved',
    otherwise: 'It is approved already.',
  },
  reject: {
    from: ['waiting', 'approved'],
    to: 'rejected',
    otherwise: 'It is rejected already.',
  },
  undo: {
    from: ['approved', 'rejected'],
    to: 'waiting',
    otherwise: 'Nobody has decided about it yet, so there is nothing to undo.',
  },
} as const satisfies Record<
  CommentMove,
  { from: readonly CommentState[]; to: CommentState; otherwise: string }
>;

export function after(
  move: CommentMove,
  state: CommentState,
): { ok: true; to: CommentState } | { ok: false; why: string } {
  const { from, to, otherwise } = MOVES[move];
  const allowed: readonly CommentState[] = from;
  return allowed.includes(state) ? { ok: true, to } : { ok: false, why: otherwise };
}

export function movesFrom(state: CommentState): CommentMove[] {
  return (['approve', 'reject', 'undo'] as const).filter((move) => after(move, state).ok);
}

/** How long a writer may say it otherwise. */
const CHANGE_FOR_MS = 30 * 60_000;

/** Until when the writer of a comment may change what it says. */
export function changeableUntil(createdAt: Date): Date {
  return new Date(createdAt.getTime() + CHANGE_FOR_MS);
}

/** Whether its writer may change a comment now. One that was refused is answered by an appeal. */
export function mayChange(
  { state, createdAt }: { state: CommentState; createdAt: Date },
  at: Date,
): { ok: true } | { ok: false; why: string } {
  if (state === 'rejected')
    return { ok: false, why: 'It was decided about, and cannot be changed.' };
  if (at >= changeableUntil(createdAt)) {
    return {
      ok: false,
      why: 'It can be changed for half an hour after it was sent, and no longer.',
    };
  }
  return { ok: true };
}
