'use server';

import { refresh } from 'next/cache';
import { approveComment, rejectComment, undoDecision } from '#features/comments/commands.ts';
import { answerAppeal } from '#features/moderation/appeals.ts';
import { addNote, banWriter, liftBan, switchThread } from '#features/moderation/commands.ts';
import { DecisionsInput } from '#features/moderation/input.ts';
import { keepComment, reopenReports } from '#features/moderation/reported.ts';
import { putBack, setAside } from '#features/moderation/setting-aside.ts';
import { currentStaff } from '#features/people/session.ts';
import { switchComments } from '#features/stories/commands.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import type { Result } from '#lib/result.ts';

const MOVES = {
  approve: approveComment,
  reject: rejectComment,
  undo: undoDecision,
  keep: keepComment,
  reopen: reopenReports,
  aside: setAside,
  back: putBack,
} as const;

/** What became of each of several decisions; `message` is set if none was even tried. */
export type Decided = { message: string; refused: { commentId: string; why: string }[] };

/** Decisions in the order in which they were made, each about the revision that was read. */
export async function decideAction(decisions: unknown): Promise<Decided> {
  const actor = await currentStaff();
  if (!actor) return { message: SIGNED_OUT.message, refused: [] };
  const parsed = DecisionsInput.safeParse(decisions);
  if (!parsed.success) return { message: 'There is no such decision.', refused: [] };
  const refusals: Decided['refused'] = [];
  for (const { move, ...decision } of parsed.data) {
    const result = await MOVES[move](actor, decision);
    if (!result.ok) refusals.push({ commentId: decision.commentId, why: result.why });
  }
  return { message: '', refused: refusals };
}

export async function noteAction(_before: FormState, form: FormData): Promise<FormState> {
  return answered((actor) => addNote(actor, textFields(form)), 'Noted.');
}

export async function banAction(_before: FormState, form: FormData): Promise<FormState> {
  return answered((actor) => banWriter(actor, textFields(form)), 'Banned.');
}

export async function liftBanAction(_before: FormState, form: FormData): Promise<FormState> {
  const { banId = '' } = textFields(form);
  return answered((actor) => liftBan(actor, { banId }), 'The ban is lifted.');
}

export async function appealAnswerAction(_before: FormState, form: FormData): Promise<FormState> {
  return answered((actor) => answerAppeal(actor, textFields(form)), 'Answered.');
}

/** Closes or opens a thread, or all comments under a story. */
export async function switchAction(_before: FormState, form: FormData): Promise<FormState> {
  const { commentId = '', storyId = '', open } = textFields(form);
  const toOpen = open === 'yes';
  const said = toOpen ? 'Open again.' : 'Closed.';
  return storyId
    ? answered((actor) => switchComments(actor, storyId, toOpen), said)
    : answered((actor) => switchThread(actor, { commentId, open: toOpen }), said);
}

async function answered(
  work: (actor: NonNullable<Awaited<ReturnType<typeof currentStaff>>>) => Promise<Result<unknown>>,
  said: string,
): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await work(actor);
  if (!result.ok) return refused(result);
  refresh();
  return done(said);
}
