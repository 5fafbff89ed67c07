'use server';

import { refresh } from 'next/cache';
import { currentStaff } from '#features/people/session.ts';
import {
  addAssignment,
  changeAssignment,
  dropAssignment,
  moveAssignment,
} from '#features/planning/commands.ts';
import { makeCalendarLink, revokeCalendarLink } from '#features/planning/links.ts';
import { board } from '#features/planning/queries.ts';
import type { AssignmentView, PlanningFilter } from '#features/planning/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import { understand } from '#features/stories/moments.ts';
import { env } from '#lib/env.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import { absolute, assignmentPath, calendarFeedPath, planningPath } from '#lib/paths.ts';
import { type Result, refuse } from '#lib/result.ts';

export async function saveAssignmentAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { id, version, due = '', ...typed } = textFields(form);
  const moment = due
    ? understand({ at: due, which: 'first' }, (await siteSettings()).timeZone)
    : null;
  if (moment && !moment.ok) return refused({ why: moment.why, fields: { dueAt: moment.why } });
  const input = {
    ...typed,
    personId: typed.personId || null,
    storyId: typed.storyId || null,
    dueAt: moment ? moment.at : null,
  };
  if (!id) {
    const added = await addAssignment(actor, input);
    return added.ok ? done('', planningPath()) : refused(added);
  }
  const changed = await changeAssignment(actor, { ...input, id, version: Number(version) });
  if (!changed.ok) return refused(changed);
  refresh();
  return done('Saved.', assignmentPath(id));
}

export async function dropAssignmentAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { id, version } = textFields(form);
  const result = await dropAssignment(actor, { id, version: Number(version) });
  return result.ok ? done('', planningPath()) : refused(result);
}

/** Moves one on the board; the answer is the board as it is then, or why it did not move. */
export async function moveAssignmentAction(
  move: unknown,
  filter: PlanningFilter,
): Promise<{ problem: string; board: Result<AssignmentView[]> }> {
  const actor = await currentStaff();
  if (!actor) {
    const { message } = SIGNED_OUT;
    return { problem: message, board: refuse('forbidden', message) };
  }
  const result = await moveAssignment(actor, move);
  const { person, section } = filter;
  const narrowed = { person: person && String(person), section: section && String(section) };
  return { problem: result.ok ? '' : result.why, board: await board(actor, narrowed) };
}

export type LinkState = FormState & { addresses: { mine: string; all: string } | null };

/** The addresses are told once: only a digest of their secret is kept. */
export async function calendarLinkAction(_before: LinkState, form: FormData): Promise<LinkState> {
  const actor = await currentStaff();
  if (!actor) return { ...SIGNED_OUT, addresses: null };
  if (textFields(form).act === 'revoke') {
    const ended = await revokeCalendarLink(actor);
    const said = ended.ok ? done('The address opens nothing any more.') : refused(ended);
    return { ...said, addresses: null };
  }
  const made = await makeCalendarLink(actor);
  if (!made.ok) return { ...refused(made), addresses: null };
  const whole = (only: 'mine' | 'all') =>
    absolute(env().siteUrl, calendarFeedPath(made.value.token, only));
  return { ...done(), addresses: { mine: whole('mine'), all: whole('all') } };
}
