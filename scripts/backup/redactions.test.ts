import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import { verifyAudit } from '#db/audit-verify.ts';
import { drainOutbox } from '#db/outbox.ts';
import { personKeysTransaction } from '#db/person-keys.ts';
import { erasures, personKeys } from '#db/person-keys-schema.ts';
import { audit, pictures } from '#db/schema/site.ts';
import { closeStores, read } from '#db/store.ts';
import { deleteComment } from '#features/comments/own.ts';
import { storyComments } from '#features/comments/queries.ts';
import { openHolds } from '#features/holds/queries.ts';
import { notedRedactions } from '#features/holds/redaction-log.ts';
import {
  liftHold,
  placeHold,
  redactComment,
  redactPicture,
  redactRevision,
} from '#features/law/commands.ts';
import { addPicture } from '#features/media/commands.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { storyAt } from '#features/stories/queries.ts';
import { discuss } from '#features/stories/staff-comments.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { backUp } from '#scripts/backup/backup.ts';
import { restore } from '#scripts/backup/restore.ts';
import { handleEvent } from '#server/events.ts';
import { type Discussed, discussedStory, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { leftovers } from '#tests/leftovers.ts';
import { draft, member, paragraphs, publish, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const LAW = system('test');
const REASON = 'Court of Ghent, 26/1187';

let clock: ReturnType<typeof holdClock>;
let story: Discussed;
let place: string;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
  place = mkdtempSync(join(inject('workplace'), 'redactions-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
});

const drain = () => drainOutbox(handleEvent);

async function photograph(mark: string): Promise<string> {
  const bytes = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#137' },
  })
    .png()
    .toBuffer();
  return good(await addPicture(LAW, { bytes, caption: mark })).id;
}

test('what a comment said that was redacted since is nowhere after a restore', async () => {
  const mark = `zqv${newId()}`;
  const { commentId } = await shown(story.storyId, { text: `Then ${mark}.`, name: mark });
  await shown(story.storyId, { text: 'This one stays.' });
  const { folder } = await backUp(place);
  good(await redactComment(LAW, { commentId, reason: REASON }));
  const report = await restore(folder, { replace: true });
  expect(report).toMatchObject({ redacted: 1, notRedacted: [] });
  await drain();
  expect(await leftovers(mark)).toEqual([]);
  expect(JSON.stringify(await storyComments(story.storyId, 1))).toContain('This one stays.');
  expect(await verifyAudit()).toMatchObject({ ok: true });
});

test('what its writer took away since is away, also after a second restore', async () => {
  const mark = `zqv${newId()}`;
  const { token } = await shown(story.storyId, { text: `Rather not ${mark}.` });
  const { folder } = await backUp(place);
  good(await deleteComment(VISITOR, token));
  for (const time of ['once', 'twice']) {
    const report = await restore(folder, { replace: true });
    expect([time, report.redacted]).toEqual([time, 1]);
    await drain();
    expect([time, await leftovers(mark)]).toEqual([time, []]);
  }
});

test('what revisions said is nowhere, with the words that were named, on another machine too', async () => {
  const mark = `zqv${newId()}`;
  const { id: sectionId } = await section();
  const first = await draft(sectionId, { body: paragraphs('A man was seen at Harbour Lane.') });
  const path = await publish(first);
  const { storyId, revisionId } = first;
  const editor = await member('editor');
  good(await discuss(editor, { storyId, revisionId, text: `He is ${mark}, they say.` }));
  await drain();
  const { folder } = await backUp(place);
  const order = { storyId, revisionIds: [revisionId], words: [mark], reason: REASON };
  good(await redactRevision(LAW, { ...order, forgetAddress: true }));
  const [noted] = notedRedactions(env().dataDir).slice(-1);
  expect(JSON.stringify(noted)).not.toContain(mark);
  // The log goes with the keys, so that whoever restores elsewhere has it.
  clock.forward(60_000);
  await backUp(place);
  await onAnotherMachine();
  await emptied();
  const report = await restore(folder, { replace: true });
  expect(report.notRedacted).toEqual([]);
  expect(report.redacted).toBeGreaterThan(0);
  await drain();
  for (const gone of [mark, 'seen at Harbour Lane']) expect(await leftovers(gone)).toEqual([]);
  expect(await storyAt(path)).toBeNull();
  expect(notedRedactions(env().dataDir)).toContainEqual(noted);
});

test('a picture is away with its files, though it was held when the backup was made', async () => {
  const mark = `zqv${newId()}`;
  const pictureId = await photograph(mark);
  const { holdId } = good(
    await placeHold(LAW, { noun: 'picture', thingId: pictureId, reason: 'Kept as evidence' }),
  );
  const { folder } = await backUp(place);
  good(await liftHold(LAW, { holdId, reason: 'The case is over' }));
  good(await redactPicture(LAW, { pictureId, reason: REASON }));
  const report = await restore(folder, { replace: true });
  expect(report).toMatchObject({ redacted: 1, notRedacted: [] });
  await drain();
  expect(await leftovers(mark)).toEqual([]);
  expect(filesOf(pictureId)).toEqual([]);
  expect(await openHolds(read, 'picture', pictureId)).toEqual([]);
  const [row] = await read.select().from(pictures).where(eq(pictures.id, pictureId));
  expect(row?.redactionReason).toBe(REASON);
  const acts = await read.select().from(audit).where(eq(audit.thingId, pictureId));
  expect(acts.map(({ actor, act }) => `${actor} ${act}`)).toContain(
    'system:restore picture.redact',
  );
});

test('what was redacted before the backup, or is not in it, is not touched again', async () => {
  const { commentId } = await shown(story.storyId);
  good(await redactComment(LAW, { commentId, reason: REASON }));
  const { folder } = await backUp(place);
  const later = await shown(story.storyId);
  good(await redactComment(LAW, { commentId: later.commentId, reason: REASON }));
  expect(await restore(folder, { replace: true })).toMatchObject({ redacted: 0, notRedacted: [] });
});

test('an ordinary backup has no log of redactions', async () => {
  const { commentId } = await shown(story.storyId);
  good(await redactComment(LAW, { commentId, reason: REASON }));
  const { folder, apart } = await backUp(place);
  expect(readdirSync(folder)).not.toContain('redactions');
  expect(readdirSync(apart)).toContain('redactions');
});

const filesOf = (pictureId: string) =>
  readdirSync(join(env().dataDir, 'media'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes(pictureId),
  );

/** Another machine: nothing is there but what `restore` brings. */
async function onAnotherMachine(): Promise<void> {
  const before = process.env.DATA_DIR ?? '';
  await closeStores();
  process.env.DATA_DIR = mkdtempSync(join(inject('workplace'), 'machine-'));
  onTestFinished(async () => {
    await closeStores();
    process.env.DATA_DIR = before;
  });
}

/** On PostgreSQL the database is the same one: it is emptied of what `apart` brings. */
async function emptied(): Promise<void> {
  await personKeysTransaction(async (tx) => {
    await tx.delete(personKeys);
    await tx.delete(erasures);
  });
}
