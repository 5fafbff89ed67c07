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
