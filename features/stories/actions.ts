'use server';

import { refresh } from 'next/cache';
import type { Staff } from '#features/people/actor.ts';
import { currentStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { createStory, saveStory, switchComments } from '#features/stories/commands.ts';
import { addCorrection, takeBackCorrection } from '#features/stories/corrections.ts';
import { editorView, findStories, linkTargets, termSuggestions } from '#features/stories/desk.ts';
import { liftEmbargo, setEmbargo } from '#features/stories/embargoes.ts';
import { handOverDrafts } from '#features/stories/handover.ts';
import { type BulkAnswer, BulkInput } from '#features/stories/input.ts';
import { understand } from '#features/stories/moments.ts';
import { endSharing, sharedLinks, shareStory } from '#features/stories/preview-links.ts';
import {
  approveStory,
  publishStory,
  returnStory,
  submitStory,
  takeApprovalBack,
  takeBackStory,
  withdrawStory,
} from '#features/stories/publishing.ts';
import { nameRevision, restoreRevision, revisionText } from '#features/stories/revisions.ts';
import { rewordComment, takeBackComment } from '#features/stories/rewording.ts';
import {
  cancelSchedule,
  cancelTakeDown,
  scheduleStory,
  scheduleTakeDown,
} from '#features/stories/schedules.ts';
import type { ShareAnswer, SharedLink } from '#features/stories/sharing.ts';
import {
  discuss,
  discussionOf,
  resolveThread,
  seeMentions,
} from '#features/stories/staff-comments.ts';
import type {
  CaughtUp,
  Discussion,
  EditorAnswer,
  FoundStory,
  LinkTarget,
} from '#features/stories/views.ts';
import { env } from '#lib/env.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import { absolute } from '#lib/paths.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';

const nobody = refuse('forbidden', SIGNED_OUT.message);
const signedOut: EditorAnswer = { ...nobody, fields: {}, theirs: null, base: null };

/** Saves what is in the editor; a story without an id is new. A conflict brings the other text. */
export async function saveStoryAction(sent: unknown): Promise<EditorAnswer> {
  const actor = await currentStaff();
  if (!actor) return signedOut;
  const input = fieldsOf(sent);
  const storyId = wordIn(input.storyId);
  const result = storyId ? await saveStory(actor, input) : await createStory(actor, input);
  if (result.ok) return opened(actor, result.value.storyId);
  return refusal(actor, result, storyId, wordIn(input.basedOn));
}

/** The story as it is now, for an editor that hears of a newer revision; `base` is what it shows. */
export async function catchUpAction(storyId: unknown, base: unknown): Promise<Result<CaughtUp>> {
  const actor = await currentStaff();
  if (!actor) return nobody;
  const now = await editorView(actor, wordIn(storyId));
  if (!now.ok) return now;
  const began = await revisionText(actor, wordIn(storyId), { id: wordIn(base) });
  return ok({ theirs: now.value, base: began.ok ? began.value : null });
}

const MOVES = {
  submit: submitStory,
  'take back': takeBackStory,
  return: returnStory,
  approve: approveStory,
  'take approval back': takeApprovalBack,
  publish: publishStory,
  withdraw: withdrawStory,
  'cancel schedule': cancelSchedule,
  'cancel take down': cancelTakeDown,
  'lift embargo': liftEmbargo,
  correct: addCorrection,
  'take back correction': takeBackCorrection,
} as const;

/** Those that are about a later moment, typed as the newsroom's clocks show it. */
const LATER = {
  schedule: scheduleStory,
  'take down': scheduleTakeDown,
  embargo: setEmbargo,
} as const;

/** One of the moves of a story's life, with the revision that the person saw. */
export async function moveStoryAction(act: string, sent: unknown): Promise<EditorAnswer> {
  const actor = await currentStaff();
  if (!actor) return signedOut;
  const input = fieldsOf(sent);
  const storyId = wordIn(input.storyId);
  const result = await move(actor, act, storyId, input);
  return result.ok ? opened(actor, storyId) : refusal(actor, result, storyId);
}

async function move(
  actor: Staff,
  act: string,
  storyId: string,
  input: Record<string, unknown>,
): Promise<Result<unknown>> {
  if (Object.hasOwn(MOVES, act)) return MOVES[act as keyof typeof MOVES](actor, input);
  if (Object.hasOwn(LATER, act)) {
    const { timeZone } = await siteSettings();
    const typed = { at: wordIn(input.at), which: wordIn(input.which) };
    const moment = understand(typed, timeZone);
    if (!moment.ok) return incorrect({ at: moment.why });
    return LATER[act as keyof typeof LATER](actor, { ...input, at: moment.at });
  }
  if (act === 'comments') return switchComments(actor, storyId, input.open === true);
  return { ok: false, code: 'invalid', why: 'There is no such move.' };
}

/** What the link dialog offers for the words that somebody typed. */
export async function linkTargetsAction(words: unknown): Promise<LinkTarget[]> {
  const actor = await currentStaff();
  return actor ? linkTargets(actor, wordIn(words)) : [];
}

/** The stories of this person's list that fit the words; without words, those that changed last. */
export async function findStoriesAction(words: unknown): Promise<FoundStory[]> {
  const actor = await currentStaff();
  return actor ? findStories(actor, wordIn(words)) : [];
}

/** What the field of topics or places offers. */
export async function termSuggestionsAction(kind: unknown, letters: unknown): Promise<string[]> {
  const actor = await currentStaff();
  if (!actor || (kind !== 'topic' && kind !== 'place')) return [];
  return termSuggestions(actor, kind, wordIn(letters));
}

const MANY = {
  submit: 'sent for review',
  approve: 'approved',
  publish: 'published',
  withdraw: 'withdrawn',
};

/** The same move of several stories, one after the other; what hinders one does not hinder the next. */
export async function moveManyAction(act: string, sent: unknown): Promise<BulkAnswer> {
  const actor = await currentStaff();
  if (!actor) return { done: 0, message: SIGNED_OUT.message, refused: [] };
  const parsed = BulkInput.safeParse({ ...fieldsOf(sent), act });
  if (!parsed.success) return { done: 0, message: 'That cannot be done so.', refused: [] };
  const { stories, note } = parsed.data;
  const refused: BulkAnswer['refused'] = [];
  for (const story of stories) {
    const result = await MOVES[parsed.data.act](actor, { ...story, note });
    if (!result.ok) refused.push({ storyId: story.storyId, why: result.why });
  }
  const done = stories.length - refused.length;
  const moved = `${done === 1 ? '1 story was' : `${done} stories were`} ${MANY[parsed.data.act]}`;
  const message = refused.length > 0 ? `${moved}, ${refused.length} not:` : `${moved}.`;
  return { done, message, refused };
}

export async function nameRevisionAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const named = await nameRevision(actor, textFields(form));
  if (!named.ok) return refused(named);
  refresh();
  return done('Named.');
}

export async function restoreRevisionAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const restored = await restoreRevision(actor, textFields(form));
  if (!restored.ok) return refused(restored);
  refresh();
  return done(`Restored as revision ${restored.value.number}.`);
}

/** What the staff said about a story. */
export async function discussionAction(storyId: unknown): Promise<Result<Discussion>> {
  const actor = await currentStaff();
  return actor ? discussionOf(actor, wordIn(storyId)) : nobody;
}

export async function discussAction(sent: unknown): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const said = await discuss(actor, sent);
  return said.ok ? done() : refused(said);
}

/** Changes what this person said. */
export async function rewordAction(sent: unknown): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const answer = await rewordComment(actor, sent);
  return answer.ok ? done() : refused(answer);
}

/** Takes back what this person said. */
export async function unsayAction(commentId: unknown): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const answer = await takeBackComment(actor, wordIn(commentId));
  return answer.ok ? done() : refused(answer);
}

export async function resolveAction(commentId: string, resolved: boolean): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const answer = await resolveThread(actor, String(commentId), resolved === true);
  return answer.ok ? done() : refused(answer);
}

/** The mentions of one story, or without one all, have been seen. */
export async function seeMentionsAction(storyId: string | null): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  await seeMentions(actor, storyId === null ? null : String(storyId));
  if (storyId === null) refresh();
  return done();
}

/** Gives somebody's drafts to somebody else. */
export async function handOverAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await handOverDrafts(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  const { stories, left } = result.value;
  const given = stories === 1 ? '1 draft is handed over.' : `${stories} drafts are handed over.`;
  return done(left > 0 ? `${given} ${left} of other sections stay.` : given);
}

async function opened(actor: Staff, storyId: string): Promise<EditorAnswer> {
  const view = await editorView(actor, storyId);
  return view.ok ? view : refusal(actor, view, '');
}

async function refusal(
  actor: Staff,
  { code, why, fields = {} }: Refusal,
  storyId: string,
  basedOn = '',
): Promise<EditorAnswer> {
  const refused = { ok: false, code, why, fields, theirs: null, base: null } as const;
  if (code !== 'conflict' || !storyId) return refused;
  const theirs = await editorView(actor, storyId);
  const base = basedOn ? await revisionText(actor, storyId, { id: basedOn }) : null;
  return {
    ...refused,
    theirs: theirs.ok ? theirs.value : null,
    base: base?.ok ? base.value : null,
  };
}

function fieldsOf(sent: unknown): Record<string, unknown> {
  return typeof sent === 'object' && sent !== null ? { ...sent } : {};
}

function wordIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The secret links of a story, without their addresses. */
export async function sharedLinksAction(storyId: unknown): Promise<Result<SharedLink[]>> {
  const actor = await currentStaff();
  return actor ? sharedLinks(actor, wordIn(storyId)) : nobody;
}

/** Makes a secret link. Its address is in this answer and nowhere else. */
export async function shareAction(sent: unknown): Promise<ShareAnswer> {
  const actor = await currentStaff();
  if (!actor) return { link: null, why: SIGNED_OUT.message, fields: {} };
  const shared = await shareStory(actor, sent);
  if (!shared.ok) return { link: null, why: shared.why, fields: shared.fields ?? {} };
  return { link: absolute(env().siteUrl, shared.value.path) };
}

export async function endSharingAction(storyId: string, linkId: string): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const ended = await endSharing(actor, wordIn(storyId), wordIn(linkId));
  return ended.ok ? done() : refused(ended);
}
