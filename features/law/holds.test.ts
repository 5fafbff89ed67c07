import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { eq, inArray, or } from 'drizzle-orm';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { approvals, embargoes, schedules, submissions } from '#db/schema/decisions.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { live } from '#db/schema/readers.ts';
import { paths, pictures } from '#db/schema/site.ts';
import { publications, revisions, stories } from '#db/schema/stories.ts';
import { staffComments } from '#db/schema/writing.ts';
import { read } from '#db/store.ts';
import {
  approveComment,
  rejectComment,
  removeSampleComments,
  undoDecision,
} from '#features/comments/commands.ts';
import { deleteComment, editComment } from '#features/comments/own.ts';
import {
  liftHold,
  placeHold,
  redactComment,
  redactPicture,
  redactRevision,
} from '#features/law/commands.ts';
import {
  addPicture,
  changePicture,
  removeSamplePictures,
  setFocal,
} from '#features/media/commands.ts';
import { type Actor, type Staff, system } from '#features/people/actor.ts';
import { removeSample } from '#features/sample/commands.ts';
import { changeSection } from '#features/sections/commands.ts';
import { saveStory, switchComments } from '#features/stories/commands.ts';
import { addCorrection, takeBackCorrection } from '#features/stories/corrections.ts';
import { liftEmbargo, setEmbargo } from '#features/stories/embargoes.ts';
import { handOverDrafts } from '#features/stories/handover.ts';
import { followSection, publishDue } from '#features/stories/jobs.ts';
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
import { replacePicture } from '#features/uses/commands.ts';
import type { Result } from '#lib/result.ts';
import { APART, NO_PART } from '#tests/apart-from-holds.ts';
import { judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

vi.setConfig({ testTimeout: 120_000 });

const REASON = 'The court asks for it as it is';
const HELD = `On hold: ${REASON}`;
let clock = holdClock();
beforeEach(() => {
  clock = holdClock();
});

const LATER = new Date('2030-01-01');

type Outcome = Result<unknown> | 'done' | 'waiting' | number | undefined;

async function photograph(colour: string): Promise<string> {
  const bytes = await sharp({
    create: { width: 400, height: 300, channels: 3, background: colour },
  })
    .png()
    .toBuffer();
  return good(await addPicture(system('test'), { bytes })).id;
}

/** A story with an older and a newest text, a picture, a schedule and two comments; all of it held. */
async function heldThings(kind: 'draft' | 'live' | 'changed' | 'scheduled') {
  const { id: sectionId, slug: sectionSlug } = await section();
  const pictureId = await photograph('#abc');
  const other = await photograph('#cba');
  const use = { pictureId, alt: 'A quay', caption: '', credit: '' };
  const creator = await member('reporter');
  const first = await draft(sectionId, { picture: use }, creator);
  const second = await rewrite(first, sectionId, { picture: use });
  if (kind === 'live' || kind === 'changed') await publish(second);
  const head =
    kind === 'changed'
      ? await rewrite(second, sectionId, { headline: 'More', picture: use })
      : second;
  const { storyId, revisionId } = head;
  if (kind === 'scheduled') {
    const at = new Date(clock.at.getTime() + 3_600_000);
    good(await scheduleStory(system('test'), { storyId, revisionId, at }));
  }
  const [chief = creator] = staff;
  const said = good(await discuss(chief, { storyId, revisionId, text: 'Is it so?' })).id;
  const discussed = await draft(sectionId);
  await publish(discussed);
  const waiting = await posted(discussed.storyId);
  const approved = await shown(discussed.storyId);
  const admin = await member('admin');
  const hold = async (noun: string, thingId: string) =>
    good(await placeHold(admin, { noun, thingId, reason: REASON })).holdId;
  const things = {
    sectionId,
    sectionSlug,
    storyId,
    revisionId,
    firstId: first.revisionId,
    slug: head.slug,
    creator: creator.id,
    said,
    pictureId,
    other,
    waiting: waiting.commentId,
    token: waiting.token,
    approved: approved.commentId,
    judged: {
      waiting: await judgeable(waiting.commentId, 'waiting'),
      approved: await judgeable(approved.commentId, 'approved'),
    },
  };
  const holds = [
    await hold('story', storyId),
    await hold('picture', pictureId),
    await hold('comment', things.waiting),
    await hold('comment', things.approved),
  ];
  return { things, holds, admin };
}

type Things = Awaited<ReturnType<typeof heldThings>>['things'];

/** Every command that could change or remove a held thing, by its name in the code. */
const COMMANDS: Record<string, (actor: Actor, it: Things) => Promise<Outcome>> = {
  saveStory: (actor, it) =>
    saveStory(actor, {
      storyId: it.storyId,
      basedOn: it.revisionId,
      sectionId: it.sectionId,
      slug: 'elsewhere',
      headline: 'Changed',
      body: paragraphs('Changed.'),
    }),
  switchComments: (actor, it) => switchComments(actor, it.storyId, false),
  nameRevision: (actor, it) =>
    nameRevision(actor, { storyId: it.storyId, revisionId: it.firstId, name: 'N' }),
  restoreRevision: (actor, it) =>
    restoreRevision(actor, { storyId: it.storyId, revisionId: it.firstId, basedOn: it.revisionId }),
  ...Object.fromEntries(
    Object.entries({
      submitStory,
      takeBackStory,
      returnStory,
      approveStory,
      takeApprovalBack,
      publishStory,
      withdrawStory,
      cancelSchedule,
      cancelTakeDown,
      liftEmbargo,
    }).map(([name, command]) => [
      name,
      (actor: Actor, { storyId, revisionId }: Things) => command(actor, { storyId, revisionId }),
    ]),
  ),
  scheduleStory: (actor, { storyId, revisionId }) =>
    scheduleStory(actor, { storyId, revisionId, at: LATER }),
  scheduleTakeDown: (actor, { storyId, revisionId }) =>
    scheduleTakeDown(actor, { storyId, revisionId, at: LATER }),
  setEmbargo: (actor, { storyId, revisionId }) =>
    setEmbargo(actor, { storyId, revisionId, at: LATER }),
  addCorrection: (actor, { storyId, revisionId }) =>
    addCorrection(actor, { storyId, revisionId, kind: 'update', severity: 'minor', text: 'More' }),
  takeBackCorrection: (actor, { storyId }) =>
    takeBackCorrection(actor, { storyId, correctionId: 'none', note: 'No' }),
  handOverDrafts: async (actor, it) => {
    const [, to] = staff;
    return handOverDrafts(actor, { from: it.creator, to: to?.id });
  },
  publishDue: async () => {
    clock.forward(2 * 3_600_000);
    return publishDue();
  },
  rewordComment: (actor, it) => rewordComment(actor, { commentId: it.said, text: 'Changed' }),
  takeBackComment: (actor, it) => takeBackComment(actor, it.said),
  editComment: (actor, it) => editComment(actor, it.token, { text: 'Changed' }, 'a place'),
  deleteComment: (actor, it) => deleteComment(actor, it.token),
  changeSection: (actor, it) =>
    changeSection(actor, it.sectionId, { name: 'Moved', slug: `${it.sectionSlug}-moved` }),
  followSection: (_actor, it) => followSection(it.sectionId).then(() => 'done' as const),
  changePicture: (actor, it) => changePicture(actor, it.pictureId, { alt: 'Changed' }),
  setFocal: (actor, it) => setFocal(actor, it.pictureId, { focalX: 0.1, focalY: 0.1 }),
  replacePicture: (actor, it) =>
    replacePicture(actor, { from: it.pictureId, to: it.other, words: 'keep' }),
  approveComment: (actor, it) => approveComment(actor, it.judged.waiting),
  rejectComment: (actor, it) => rejectComment(actor, { ...it.judged.approved, reason: 'No' }),
  undoDecision: (actor, it) => undoDecision(actor, it.judged.approved),
  redactRevision: (actor, { storyId, firstId }) =>
    redactRevision(actor, { storyId, revisionIds: [firstId], reason: 'The law' }),
  redactPicture: (actor, { pictureId }) => redactPicture(actor, { pictureId, reason: 'The law' }),
  redactComment: (actor, it) => redactComment(actor, { commentId: it.approved, reason: 'The law' }),
  removeSample: (actor) => removeSample(actor),
  removeSampleComments: (actor) => removeSampleComments(actor),
  removeSamplePictures: (actor) => removeSamplePictures(actor),
};

/** Every row that the held things are made of. */
async function rowsOf({ storyId, pictureId, waiting, approved }: Things): Promise<string> {
  const said = [waiting, approved];
  const mine = await read
    .select({ id: revisions.id })
    .from(revisions)
    .where(eq(revisions.storyId, storyId));
  const ids = mine.map((row) => row.id);
  const rows: unknown[] = [
    await read.select().from(stories).where(eq(stories.id, storyId)),
    await read.select().from(revisions).where(eq(revisions.storyId, storyId)).orderBy(revisions.id),
    await read.select().from(pictureUses).where(inArray(pictureUses.revisionId, ids)),
    await read.select().from(staffComments).where(eq(staffComments.storyId, storyId)),
    await read.select().from(live).where(eq(live.storyId, storyId)),
    await read.select().from(paths).where(eq(paths.thingId, storyId)).orderBy(paths.path),
    await read.select().from(pictures).where(eq(pictures.id, pictureId)),
    await read.select().from(comments).where(inArray(comments.id, said)).orderBy(comments.id),
    await read.select().from(commentRevisions).where(inArray(commentRevisions.commentId, said)),
    await read.select().from(commentDecisions).where(inArray(commentDecisions.commentId, said)),
  ];
  for (const table of [publications, submissions, approvals, schedules, embargoes]) {
    rows.push(
      await read
        .select()
        .from(table)
        .where(or(eq(table.storyId, storyId))),
    );
  }
  return JSON.stringify(rows);
}

let staff: Staff[];
beforeAll(async () => {
  holdClock();
  staff = [];
  for (const role of ['admin', 'editor', 'reporter', 'contributor', 'moderator'] as const) {
    staff.push(await member(role));
  }
});

test('no command of anybody changes or removes what is held, in whatever order they come', async () => {
  const command = fc.constantFrom(...Object.keys(COMMANDS));
  const who = fc.integer({ min: 0, max: 5 });
  const steps = fc.array(fc.tuple(command, who), { minLength: 4, maxLength: 12 });
  const kind = fc.constantFrom('draft', 'live', 'changed', 'scheduled');
  await fc.assert(
    fc.asyncProperty(kind, steps, async (of, all) => {
      const { things } = await heldThings(of as 'draft');
      const before = await rowsOf(things);
      for (const [name, n] of all) {
        await COMMANDS[name]?.(staff[n] ?? system('retention'), things).catch(() => undefined);
        expect({ name, unchanged: (await rowsOf(things)) === before }).toEqual({
          name,
          unchanged: true,
        });
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

/** What refuses some things for another reason, or has no answer to give: it leaves them as they are. */
const SILENT = [
  'rewordComment',
  'takeBackComment',
  'editComment',
  'deleteComment',
  'publishDue',
  'followSection',
  'replacePicture',
  'removeSample',
  'handOverDrafts',
  'takeBackCorrection',
  'removeSamplePictures',
  'removeSampleComments',
];

test('whoever may do the act is told the reason, administrators and Dateline itself too', async () => {
  const { things, admin } = await heldThings('live');
  for (const actor of [admin, system('retention')]) {
    for (const [name, command] of Object.entries(COMMANDS)) {
      if (SILENT.includes(name)) continue;
      const outcome = await command(actor, things);
      expect({ name, outcome }).toMatchObject({
        name,
        outcome: { ok: false, code: 'illegal', why: expect.stringContaining(HELD) },
      });
    }
  }
});

test('once the last hold is lifted, it may be changed again, and not before', async () => {
  const { things, holds, admin } = await heldThings('draft');
  const { storyId, revisionId } = things;
  const again = { noun: 'story', thingId: storyId, reason: 'Another court' };
  const { holdId } = good(await placeHold(admin, again));
  for (const id of holds) good(await liftHold(admin, { holdId: id, reason: 'Settled' }));
  expect(await publishStory(admin, { storyId, revisionId })).toMatchObject({
    why: 'On hold: Another court',
  });
  good(await liftHold(admin, { holdId, reason: 'Settled too' }));
  expect(await liftHold(admin, { holdId, reason: 'Once more' })).toMatchObject({ code: 'illegal' });
  good(await publishStory(system('test'), { storyId, revisionId }));
  good(await approveComment(admin, things.judged.waiting));
  good(await changePicture(admin, things.pictureId, { alt: 'Changed' }));
  good(
    await changeSection(admin, things.sectionId, { name: 'Moved', slug: `${things.slug}-moved` }),
  );
});

test('only an administrator places and lifts a hold; others learn why, or that nothing is there', async () => {
  const { things, holds } = await heldThings('draft');
  const [, editor, , contributor, moderator] = staff;
  if (!editor || !contributor || !moderator) throw new Error('no staff');
  const place = (actor: Actor, noun: string, thingId: string) =>
    placeHold(actor, { noun, thingId, reason: REASON });
  expect(await place(editor, 'story', things.storyId)).toMatchObject({ code: 'forbidden' });
  expect(await place(contributor, 'story', things.storyId)).toMatchObject({ code: 'missing' });
  expect(await place(editor, 'picture', things.pictureId)).toMatchObject({ code: 'forbidden' });
  expect(await place(moderator, 'picture', things.pictureId)).toMatchObject({ code: 'missing' });
  expect(await place(moderator, 'comment', things.waiting)).toMatchObject({ code: 'forbidden' });
  expect(await place(contributor, 'comment', things.waiting)).toMatchObject({ code: 'missing' });
  const [holdId = ''] = holds;
  expect(await liftHold(editor, { holdId, reason: 'No' })).toMatchObject({ code: 'forbidden' });
  expect(await liftHold(contributor, { holdId, reason: 'No' })).toMatchObject({ code: 'missing' });
  expect(await place(system('test'), 'story', 'nowhere')).toMatchObject({ code: 'missing' });
});

test('every command of the code is tried on a held thing, or it is said why it has no part', async () => {
  const unknown: string[] = [];
  for await (const file of glob('features/*/*.ts')) {
    const [, noun = ''] = file.split('/');
    // What is shown by a secret link, and answered to it, is not the story.
    if (/(test|queries|redaction|swap|preview-links)\.ts$/.test(file) || noun in APART) continue;
    const source = readFileSync(file, 'utf8');
    if (!/\btransaction\(/.test(source) && !/commands\.ts$/.test(file)) continue;
    for (const [, name = ''] of source.matchAll(
      /^export (?:async )?function (\w+)\([^)]*?(?:actor: Actor|\): Promise)/gms,
    )) {
      if (!(name in COMMANDS) && !(name in NO_PART)) unknown.push(`${file}: ${name}`);
    }
  }
  expect(unknown).toEqual([]);
});
