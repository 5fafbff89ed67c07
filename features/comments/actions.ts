'use server';

import { refresh } from 'next/cache';
import {
  approveComment,
  postStaffComment,
  rejectComment,
  undoDecision,
} from '#features/comments/commands.ts';
import type { CommentMove } from '#features/comments/lifecycle.ts';
import { currentStaff } from '#features/people/session.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';

const MOVES = { approve: approveComment, reject: rejectComment, undo: undoDecision } as const;

/** A moderator's verdict, or its taking back, about the revision that was read. */
export async function judgeAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { move = '', ...input } = textFields(form);
  if (!Object.hasOwn(MOVES, move)) return refused({ why: 'There is no such decision.' });
  const result = await MOVES[move as CommentMove](actor, input);
  refresh();
  return result.ok ? done() : refused(result);
}

/** An answer under the name of whoever is signed in. */
export async function answerAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await postStaffComment(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('Your answer is under the comment.');
}
