import { staffComments } from '#db/schema/writing.ts';
import { transaction } from '#db/store.ts';
import { storyLog } from '#features/audit/queries.ts';
import { placeHold, redactRevision } from '#features/law/commands.ts';
import type { Actor } from '#features/people/actor.ts';
import { saveStory, switchComments } from '#features/stories/commands.ts';
import { addCorrection } from '#features/stories/corrections.ts';
import { editorView } from '#features/stories/desk.ts';
import { liftEmbargo, setEmbargo } from '#features/stories/embargoes.ts';
import { shareStory } from '#features/stories/preview-links.ts';
import {
  approveStory,
  publishStory,
  returnStory,
  submitStory,
  takeApprovalBack,
  takeBackStory,
  withdrawStory,
} from '#features/stories/publishing.ts';
import { nameRevision, restoreRevision } from '#features/stories/revisions.ts';
import { rewordComment, takeBackComment } from '#features/stories/rewording.ts';
import {
  cancelSchedule,
  cancelTakeDown,
  scheduleStory,
  scheduleTakeDown,
} from '#features/stories/schedules.ts';
import { discuss } from '#features/stories/staff-comments.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import type { Result } from '#lib/result.ts';
import { paragraphs } from '#tests/newsroom.ts';

export type Told = {
  storyId: string;
  revisionId: string;
  firstId: string;
  sectionId: string;
  slug: string;
  at: { soon: Date; later: Date; muchLater: Date };
  bylines: { authorId: string }[];
};

type Act = (actor: Actor, story: Told) => Promise<Result<unknown>>;

const moves = {
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
};

export function saved(it: Told, slug: string) {
  return {
    storyId: it.storyId,
    basedOn: it.revisionId,
    sectionId: it.sectionId,
    slug,
    headline: 'Saved again',
    body: paragraphs('Saved again.'),
    bylines: it.bylines,
  };
}

/** A staff comment that a person wrote, whether or not they may still write one. */
export async function spoken({ storyId, revisionId }: Told, madeBy: string): Promise<string> {
  const id = newId();
  const at = { madeBy, madeAt: now() };
  await transaction((tx) =>
    tx
      .insert(staffComments)
      .values({ id, storyId, revisionId, text: 'Is it so?', ...at })
      .then(() => undefined),
  );
  return id;
}

/** How each act of the table is done, by the command that its action calls. */
export const STORY_ACTS: Record<string, Act> = {
  ...Object.fromEntries(
    Object.entries(moves).map(([name, move]): [string, Act] => [
      name,
      (actor, { storyId, revisionId }) => move(actor, { storyId, revisionId, note: 'A note' }),
    ]),
  ),
  see: (actor, { storyId }) => editorView(actor, storyId),
  save: (actor, it) => saveStory(actor, saved(it, it.slug)),
  'change the address': (actor, it) => saveStory(actor, saved(it, `${it.slug}-moved`)),
  'name a revision': (actor, { storyId, firstId }) =>
    nameRevision(actor, { storyId, revisionId: firstId, name: 'The first' }),
  'restore a revision': (actor, { storyId, firstId, revisionId }) =>
    restoreRevision(actor, { storyId, revisionId: firstId, basedOn: revisionId }),
  discuss: (actor, { storyId, revisionId }) =>
    discuss(actor, { storyId, revisionId, text: 'What about this?' }),
  'change one’s own staff comment': async (actor, it) => {
    const commentId = await spoken(it, actor.type === 'staff' ? actor.id : 'nobody');
    const reworded = await rewordComment(actor, { commentId, text: 'It is so.' });
    return reworded.ok ? takeBackComment(actor, commentId) : reworded;
  },
  'change somebody’s staff comment': async (actor, it) => {
    const commentId = await spoken(it, 'somebody');
    const taken = await takeBackComment(actor, commentId);
    return taken.ok ? taken : rewordComment(actor, { commentId, text: 'It is so.' });
  },
  'share by a secret link': (actor, { storyId }) =>
    shareStory(actor, { storyId, person: 'A lawyer', days: 2 }),
  schedule: (actor, { storyId, revisionId, at }) =>
    scheduleStory(actor, { storyId, revisionId, at: at.later }),
  'take down': (actor, { storyId, revisionId, at }) =>
    scheduleTakeDown(actor, { storyId, revisionId, at: at.muchLater }),
  embargo: (actor, { storyId, revisionId, at }) =>
    setEmbargo(actor, { storyId, revisionId, at: at.soon }),
  correct: (actor, { storyId, revisionId }) =>
    addCorrection(actor, {
      storyId,
      revisionId,
      kind: 'correction',
      severity: 'minor',
      text: 'It was Tuesday.',
    }),
  'open and close comments': (actor, { storyId }) => switchComments(actor, storyId, false),
  'read what happened': (actor, { storyId }) => storyLog(actor, storyId),
  hold: (actor, { storyId }) =>
    placeHold(actor, { noun: 'story', thingId: storyId, reason: 'A court asks' }),
  redact: (actor, { storyId, firstId }) =>
    redactRevision(actor, { storyId, revisionIds: [firstId], reason: 'A court asks' }),
};
