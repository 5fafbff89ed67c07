import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { readIdentity } from '#db/identity.ts';
import { identities, letterLinks, letters } from '#db/identity-schema.ts';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { audit } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { replayErasures } from '#features/addresses/erasing.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { postComment } from '#features/comments/commands.ts';
import { storyComments } from '#features/comments/queries.ts';
import { placeHold } from '#features/law/commands.ts';
import { askForHeld, confirmAddress, eraseHeld, openHeld } from '#features/letters/commands.ts';
import { eraseTextsUnder } from '#features/letters/jobs.ts';
import { heldBy, opensHeld } from '#features/letters/queries.ts';
import type { Held } from '#features/letters/views.ts';
import { system } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { Canary } from '#tests/canary.ts';
import {
  commenterOf,
  type Discussed,
  discussedStory,
  form,
  posted,
  shown,
} from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { deliver, forgetLetters, keepAddresses, reject, tokenIn } from '#tests/letters.ts';
import { mailServer } from '#tests/mail-server.ts';
import { NASTY_STRINGS, NO_NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { good } from '#tests/results.ts';

const HOUR = 3_600_000;

let clock: ReturnType<typeof holdClock>;
let server: Awaited<ReturnType<typeof mailServer>>;
let story: Discussed;
let email: string;

beforeEach(async () => {
  clock = holdClock();
  server = await mailServer();
  await forgetLetters();
  await keepAddresses('notify');
  story = await discussedStory();
  email = `${newId()}@reader.example`;
});

const ask = (typed: string, place = newId()) => askForHeld({ email: typed }, { place });

/** The token of the mailed link. */
async function mailed(typed = email): Promise<string> {
  server.mails.length = 0;
  good(await ask(typed));
  await deliver();
  return tokenIn(
    server.mails.find(({ subject }) => subject.includes('holds about you')),
    'comments',
  );
}

async function opened(typed = email): Promise<string> {
  return good(await openHeld(await mailed(typed))).token;
}

const letterRows = () => readIdentity().select().from(letters).where(eq(letters.kind, 'own-data'));

test('a known and an unknown address get one answer and leave the same row; only the known one gets mail', async () => {
  await posted(story.storyId, { email });
  await deliver();
  server.mails.length = 0;
  const stranger = `${newId()}@reader.example`;
  expect(await ask(email)).toEqual(await ask(stranger));
  const rows = await letterRows();
  const shape = (row: (typeof rows)[number] | undefined) => ({
    ...row,
    id: row?.id.length,
    sealed: row?.sealed?.length,
  });
  expect(rows).toHaveLength(2);
  expect(shape(rows[0])).toEqual(shape(rows[1]));
  await deliver();
  expect(server.mails.map(({ to }) => to)).toEqual([email]);
  expect((await letterRows()).map((row) => [row.state, row.sealed])).toEqual([
    ['done', null],
    ['done', null],
  ]);
});

test('what is no address is said at its field, and a network asks ten times an hour', async () => {
  expect(await ask('nobody at all')).toMatchObject({
    code: 'invalid',
    fields: { email: /not an/ },
  });
  const place = newId();
  for (let n = 0; n < 10; n += 1) good(await ask(`${newId()}@reader.example`, place));
  expect(await ask(email, place)).toMatchObject({ ok: false, code: 'limited' });
  expect(await ask(email)).toMatchObject({ ok: true });
});

test('nobody’s mailbox is filled: three links a day, whoever asks', async () => {
  await posted(story.storyId, { email });
  await deliver();
  server.mails.length = 0;
  for (let n = 0; n < 6; n += 1) good(await ask(email));
  await deliver();
  expect(server.mails.map(({ to }) => to)).toEqual([email, email, email]);
});

test('the link opens once, by its button, and what it shows is gone after an hour', async () => {
  await posted(story.storyId, { email });
  await deliver();
  const token = await mailed();
  expect(await opensHeld(token)).toBe(true);
  expect(await heldBy(token)).toBeNull();
  const both = await Promise.all([openHeld(token), openHeld(token)]);
  expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  expect(await opensHeld(token)).toBe(false);
  const held = both.find((one) => one.ok);
  const inside = held?.ok ? held.value.token : '';
  expect(await heldBy(inside)).not.toBeNull();
  clock.forward(HOUR + 1);
  expect(await heldBy(inside)).toBeNull();
  const late = await mailed();
  clock.forward(24 * HOUR);
  expect(await openHeld(late)).toMatchObject({ ok: false, code: 'missing' });
});

test('everything that is held of one person is there, nothing of anybody else, and no address', async () => {
  const other = await discussedStory();
  const mine = await shown(story.storyId, { email, text: 'First.', name: 'Dana' });
  const second = await posted(other.storyId, { email, text: 'Second.', name: 'D.' });
  await shown(story.storyId, { text: 'By somebody else', parentId: mine.commentId });
  clock.forward(1_000);
  await reject(second.commentId, 'Off topic');
  await deliver();
  good(await confirmAddress(tokenIn(server.to(email), 'confirm')));
  const found = await heldBy(await opened());
  expect(found?.held.address).toMatchObject({ kept: true, confirmed: clock.at, refused: null });
  const said = found?.held.comments.map(({ id, state, revisions, decisions }) => [
    id,
    state,
    revisions.map(({ name, text }) => [name, text]),
    decisions.map(({ verdict, reason }) => [verdict, reason]),
  ]);
  expect(said).toHaveLength(2);
  expect(said).toContainEqual([
    mine.commentId,
    'approved',
    [['Dana', 'First.']],
    [['approved', '']],
  ]);
  expect(said).toContainEqual([
    second.commentId,
    'rejected',
    [['D.', 'Second.']],
    [['rejected', 'Off topic']],
  ]);
  expect(found?.held.letters.map(({ kind }) => kind)).toContain('confirm');
  expect(new Canary(email).find(JSON.stringify(found?.held))).toEqual([]);
  expect(JSON.stringify(found?.held)).not.toContain('somebody else');
});

test('forget me and leave my comments: the words stay, and nothing knows whose they are', async () => {
  const { commentId } = await shown(story.storyId, { email, text: 'It stays.', name: 'Dana' });
  const commenter = await commenterOf(commentId);
  await deliver();
  const token = await opened();
  expect(await eraseHeld(token, { texts: 'kept' })).toMatchObject({
    code: 'invalid',
    fields: { sure: expect.any(String) },
  });
  good(await eraseHeld(token, { texts: 'kept', sure: 'on' }));
  const page = await storyComments(story.storyId, 1);
  expect(page?.threads[0]?.first).toMatchObject({ name: 'Dana', text: 'It stays.' });
  expect(await identityOf(commenter)).toBeNull();
  expect(await heldBy(token)).toBeNull();
  expect(await eraseHeld(token, { texts: 'kept', sure: 'on' })).toMatchObject({ code: 'missing' });
  server.mails.length = 0;
  good(await ask(email));
  await deliver();
  expect(server.mails).toEqual([]);
});

test('forget me and take my comments away: the words are nowhere, the answers stay', async () => {
  const words = `Regretted ${newId()}`;
  const { commentId } = await shown(story.storyId, { email, text: words, name: 'Dana Regret' });
  await shown(story.storyId, { text: 'An answer', parentId: commentId });
  await deliver();
  good(await eraseHeld(await opened(), { texts: 'removed', sure: 'on' }));
  const page = JSON.stringify(await storyComments(story.storyId, 1));
  expect(page).toContain('An answer');
  expect(page).not.toContain(words);
  expect(page).not.toContain('Dana Regret');
  const log = await read.select().from(audit).where(eq(audit.act, 'commenter.erase'));
  expect(log.map((row) => row.thingId)).toContain('somebody');
  expect(JSON.stringify(log)).not.toContain(commentId);
});

test('an older state that is brought back is erased once more, words and all', async () => {
  const words = `Brought back ${newId()}`;
  const { commentId } = await shown(story.storyId, { email, text: words });
  const other = await shown(story.storyId, { text: 'Not erased' });
  await deliver();
  good(await eraseHeld(await opened(), { texts: 'removed', sure: 'on' }));
  await transaction((tx) =>
    tx
      .update(commentRevisions)
      .set({ text: words, redactedAt: null, redactionReason: null })
      .where(eq(commentRevisions.commentId, commentId))
      .then(() => undefined),
  );
  expect(await eraseTextsUnder((await replayErasures()).textsOf)).toBe(1);
  const rows = await read.select().from(commentRevisions);
  expect(JSON.stringify(rows)).not.toContain(words);
  expect(rows.find((row) => row.commentId === other.commentId)?.text).toBe('Not erased');
  expect(await eraseTextsUnder((await replayErasures()).textsOf)).toBe(0);
});

test('what the law holds is not erased, and the person is told why not', async () => {
  const { commentId } = await shown(story.storyId, { email, text: 'Evidence' });
  await deliver();
  const token = await opened();
  const hold = { noun: 'comment', thingId: commentId, reason: 'Case 12' };
  good(await placeHold(system('test'), hold));
  expect(await eraseHeld(token, { texts: 'removed', sure: 'on' })).toMatchObject({
    code: 'illegal',
    why: expect.stringContaining('court'),
  });
  expect(await identityOf(await commenterOf(commentId))).not.toBeNull();
  expect(JSON.stringify(await storyComments(story.storyId, 1))).toContain('Evidence');
});

test('after an erasure no row of the store of addresses is left of that person', async () => {
  const { commentId } = await posted(story.storyId, { email });
  await deliver();
  const identityId = (await identityOf(await commenterOf(commentId))) ?? '';
  good(await eraseHeld(await opened(), { texts: 'kept', sure: 'on' }));
  for (const table of [identities, letters, letterLinks]) {
    const rows = JSON.stringify(
      await readIdentity()
        .select()
        .from(table as typeof identities),
    );
    expect(rows).not.toContain(identityId);
  }
});

test.skipIf(NO_NASTY_STRINGS)(
  'hostile words are in the file as they were written (skipped where the lists are not)',
  async () => {
    const fitting = NASTY_STRINGS.filter((one) => one.trim() !== '' && !one.includes('\u0000'));
    for (let from = 0; from < fitting.length; from += 20) {
      const some = fitting.slice(from, from + 20);
      const name = some.find((one) => [...one].length <= 60 && /[<"'&(]/.test(one)) ?? 'Dana';
      const text = [...some.join('\n\n')].slice(0, 4_900).join('');
      await postComment(system('test'), { ...form(story.storyId), email, text, name });
    }
    const stored = await read
      .select({ text: commentRevisions.text, name: commentRevisions.name })
      .from(commentRevisions)
      .innerJoin(comments, eq(comments.id, commentRevisions.commentId))
      .where(eq(comments.storyId, story.storyId));
    expect(stored.length).toBeGreaterThan(20);
    const found = await heldBy(await opened());
    const file: Held = JSON.parse(JSON.stringify(found?.held));
    const held = file.comments.flatMap(({ revisions }) =>
      revisions.map(({ name, text }) => ({ text, name })),
    );
    expect(held).toHaveLength(stored.length);
    expect(held).toEqual(expect.arrayContaining(stored));
  },
  60_000,
);
