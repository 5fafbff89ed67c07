import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { comments } from '#db/schema/comments.ts';
import { bans, closedThreads, commentWords, screenings } from '#db/schema/screening.ts';
import { read, transaction } from '#db/store.ts';
import { eraseIdentity } from '#features/addresses/erasing.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { postComment, postStaffComment } from '#features/comments/commands.ts';
import { takeInWords } from '#features/comments/jobs.ts';
import { replyTarget, storyComments } from '#features/comments/queries.ts';
import { switchThread } from '#features/moderation/commands.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { newId } from '#lib/ids.ts';
import {
  commenterOf,
  type Discussed,
  discussedStory,
  form,
  posted,
  shown,
} from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');
const DAY_MS = 24 * 3_600_000;

let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

async function rules(input: object, where: object = { of: 'story', id: story.storyId }) {
  good(await changeCommentPolicy(TEST, where, input));
}

async function verdictsOn(commentId: string) {
  const [comment] = await read.select().from(comments).where(eq(comments.id, commentId));
  const said = await read
    .select({ phase: screenings.phase, outcome: screenings.outcome, spans: screenings.spans })
    .from(screenings)
    .where(eq(screenings.commentId, commentId))
    .orderBy(asc(screenings.position));
  return { state: comment?.state, lane: comment?.lane, said };
}

test('what each phase says is kept with the comment, with the words that it is about', async () => {
  await rules({ holdWords: 'zeppelin*' });
  const { commentId } = await posted(story.storyId, { text: 'I saw the zeppelins.' });
  expect(await verdictsOn(commentId)).toEqual({
    state: 'waiting',
    lane: 'held',
    said: [
      { phase: 'words', outcome: 'hold', spans: [{ from: 10, to: 19 }] },
      { phase: 'first comment', outcome: 'wait', spans: [] },
      { phase: 'policy', outcome: 'wait', spans: [] },
    ],
  });
});

test('nothing appears by itself unless the newsroom says so; then a first comment waits', async () => {
  const email = `${newId()}@example.com`;
  await shown(story.storyId, { email });
  await posted(story.storyId, { email, text: 'Second' });
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 1 });
  await rules({ moderation: 'post' });
  await posted(story.storyId, { email, text: 'Third' });
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 2 });
  await posted(story.storyId, { text: 'By somebody new' });
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 2 });
});

test('the answer to the form is the same for somebody new, known and banned', async () => {
  const answers = [];
  const banned = `${newId()}@example.com`;
  const known = `${newId()}@example.com`;
  await shown(story.storyId, { email: known });
  await ban(banned, 'site');
  for (const email of [`${newId()}@example.com`, known, banned]) {
    const answer = await postComment(VISITOR, form(story.storyId, { email }), { place: newId() });
    answers.push(answer.ok && Object.keys(answer.value));
  }
  expect(answers).toEqual(Array(3).fill(['commentId', 'token']));
});

/** Shuts the owner of an address out, by the comment that it sends for that. */
async function ban(email: string, scope: 'site' | 'thread', until: Date | null = null) {
  const { commentId } = await posted(story.storyId, { email });
  const [comment] = await read.select().from(comments).where(eq(comments.id, commentId));
  await transaction((tx) =>
    tx
      .insert(bans)
      .values({
        id: newId(),
        commenterId: comment?.commenterId ?? '',
        commentId,
        scope,
        threadId: comment?.threadId ?? '',
        rule: 'insult',
        reason: '',
        madeBy: 'system:test',
        madeAt: clock.at,
        until,
      })
      .then(() => undefined),
  );
  return commentId;
}

test('words of old comments that are taken in later do not count as said lately', async () => {
  const text = 'Thank you for this.';
  const old = await shown(story.storyId, { text });
  await transaction((tx) => tx.delete(commentWords).then(() => undefined));
  clock.forward(2 * DAY_MS);
  expect(await takeInWords()).toBeGreaterThan(0);
  const [row] = await read
    .select({ folded: commentWords.folded })
    .from(commentWords)
    .where(eq(commentWords.commentId, old.commentId));
  expect(row?.folded).toContain('thank you for this.');
  const again = await posted(story.storyId, { text });
  const { said } = await verdictsOn(again.commentId);
  expect(said.map(({ phase }) => phase)).not.toContain('repeated');
});

test('a ban of the site holds under every story and ends with its time', async () => {
  const email = `${newId()}@example.com`;
  await ban(email, 'site', new Date(clock.at.getTime() + DAY_MS));
  const other = await discussedStory();
  const during = await posted(other.storyId, { email });
  expect(await verdictsOn(during.commentId)).toMatchObject({
    state: 'rejected',
    said: expect.arrayContaining([expect.objectContaining({ phase: 'banned', outcome: 'reject' })]),
  });
  clock.forward(DAY_MS);
  const after = await posted(other.storyId, { email });
  expect(await verdictsOn(after.commentId)).toMatchObject({ state: 'waiting' });
});

test('a ban ends with the erasure of whoever is under it, who then comes as anybody new', async () => {
  const email = `${newId()}@example.com`;
  const commentId = await ban(email, 'site');
  const identityId = await identityOf(await commenterOf(commentId));
  await eraseIdentity({ identityId: identityId ?? '', texts: 'kept' });
  await rules({ moderation: 'post' });
  const after = await posted(story.storyId, { email });
  expect(await verdictsOn(after.commentId)).toEqual({
    state: 'waiting',
    lane: 'waiting',
    said: [{ phase: 'first comment', outcome: 'wait', spans: [] }],
  });
});

test('a ban from a thread holds in it and nowhere else', async () => {
  const email = `${newId()}@example.com`;
  const { commentId } = await shown(story.storyId, { email });
  const [first] = await read.select().from(comments).where(eq(comments.id, commentId));
  await transaction((tx) =>
    tx
      .insert(bans)
      .values({
        id: newId(),
        commenterId: first?.commenterId ?? '',
        commentId,
        scope: 'thread',
        threadId: commentId,
        rule: 'insult',
        reason: '',
        madeBy: 'system:test',
        madeAt: clock.at,
      })
      .then(() => undefined),
  );
  const inside = await posted(story.storyId, { email, parentId: commentId });
  const outside = await posted(story.storyId, { email });
  expect(await verdictsOn(inside.commentId)).toMatchObject({ state: 'rejected' });
  expect(await verdictsOn(outside.commentId)).toMatchObject({ state: 'waiting' });
});

test('comments close by themselves at the midnight after their last day', async () => {
  await rules({ closeAfterDays: 2 });
  const post = () => postComment(VISITOR, form(story.storyId), { place: newId() });
  clock.at = new Date('2026-11-25T23:59:59.999Z');
  expect((await post()).ok).toBe(true);
  clock.forward(1);
  expect(await post()).toMatchObject({ code: 'illegal', why: 'Comments are closed.' });
});

test('in a closed thread nobody answers, the newsroom neither; beside it everybody does', async () => {
  const { commentId } = await shown(story.storyId);
  await transaction((tx) =>
    tx
      .insert(closedThreads)
      .values({
        threadId: commentId,
        storyId: story.storyId,
        closedBy: 'system:test',
        closedAt: clock.at,
      })
      .then(() => undefined),
  );
  const answer = form(story.storyId, { parentId: commentId });
  expect(await postComment(VISITOR, answer, { place: newId() })).toMatchObject({
    code: 'illegal',
    why: 'This conversation is closed.',
  });
  const words = { storyId: story.storyId, parentId: commentId, text: 'We answer.' };
  expect(await postStaffComment(await member('editor'), words)).toMatchObject({ code: 'illegal' });
  expect((await postComment(VISITOR, form(story.storyId), { place: newId() })).ok).toBe(true);
});

test('in slow mode a network waits for its turn; a refused form does not take it', async () => {
  await rules({ slowSeconds: 60, maxLength: 100 });
  const place = newId();
  const post = (words = {}) => postComment(VISITOR, form(story.storyId, words), { place });
  expect(await post({ text: 'x'.repeat(101) })).toMatchObject({ code: 'invalid' });
  expect((await post()).ok).toBe(true);
  clock.forward(20_000);
  expect(await post()).toMatchObject({
    code: 'limited',
    why: expect.stringContaining('40 seconds'),
  });
  expect((await postComment(VISITOR, form(story.storyId), { place: newId() })).ok).toBe(true);
  clock.forward(40_000);
  expect((await post()).ok).toBe(true);
});

test('in slow mode the same person by another network is held', async () => {
  await rules({ slowSeconds: 60 });
  const email = `${newId()}@example.com`;
  await posted(story.storyId, { email });
  clock.forward(1_000);
  const { commentId } = await posted(story.storyId, { email });
  expect(await verdictsOn(commentId)).toMatchObject({ state: 'waiting', lane: 'held' });
});

test('the same words under one story after the other are taken for spam', async () => {
  const text = `Buy this ${newId()}`;
  const lanes = [];
  for (let n = 0; n < 4; n += 1) {
    const { storyId } = await discussedStory();
    const { commentId } = await posted(storyId, { text: n % 2 === 0 ? text : text.toUpperCase() });
    lanes.push((await verdictsOn(commentId)).lane);
  }
  expect(lanes).toEqual(['waiting', 'held', 'held', 'spam']);
});

test('the rules of the site, the section and the story come together', async () => {
  await rules({ holdWords: ['alpha'], maxLinks: 9 }, { of: 'section', id: story.sectionId });
  await rules({ spamWords: ['beta'] });
  const held = await posted(story.storyId, { text: 'Alpha.' });
  const spam = await posted(story.storyId, { text: 'Alpha and beta.' });
  expect((await verdictsOn(held.commentId)).lane).toBe('held');
  expect((await verdictsOn(spam.commentId)).lane).toBe('spam');
  const other = await discussedStory(story.sectionId);
  const elsewhere = await posted(other.storyId, { text: 'Beta.' });
  expect((await verdictsOn(elsewhere.commentId)).lane).toBe('waiting');
});

test('who may not change the rules changes nothing, and what is wrong is said at its field', async () => {
  const where = { of: 'story', id: story.storyId };
  expect(await changeCommentPolicy(VISITOR, where, {})).toMatchObject({ code: 'forbidden' });
  const elsewhere = await member('moderator', 'another section');
  expect(await changeCommentPolicy(elsewhere, where, {})).toMatchObject({ code: 'forbidden' });
  expect(await changeCommentPolicy(TEST, { of: 'story', id: 'none' }, {})).toMatchObject({
    code: 'missing',
  });
  expect(await changeCommentPolicy(TEST, where, { maxLinks: 'many' })).toMatchObject({
    code: 'invalid',
    fields: { maxLinks: expect.stringMatching(/whole number/) },
  });
});

test('readers are told what is asked, and where nobody may answer any more', async () => {
  await rules({ moderation: 'post', slowSeconds: 90, closeAfterDays: 1 });
  const { commentId } = await shown(story.storyId);
  expect(await storyComments(story.storyId, 1)).toMatchObject({
    asked: { open: true, moderation: 'post', firstComment: true, slowSeconds: 90 },
    threads: [{ id: commentId, closed: false }],
  });
  good(await switchThread(TEST, { commentId, open: false }));
  expect(await storyComments(story.storyId, 1)).toMatchObject({ threads: [{ closed: true }] });
  expect(await replyTarget(commentId)).toMatchObject({ story: { commentsOpen: false } });
  good(await switchThread(TEST, { commentId, open: true }));
  expect(await replyTarget(commentId)).toMatchObject({ story: { commentsOpen: true } });
  clock.at = new Date('2026-11-25T00:00:00.000Z');
  expect(await storyComments(story.storyId, 1)).toMatchObject({ asked: { open: false } });
  expect(await replyTarget(commentId)).toMatchObject({ story: { commentsOpen: false } });
});
