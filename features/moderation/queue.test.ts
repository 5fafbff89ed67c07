import { beforeEach, expect, test } from 'vitest';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { followStory, takeInWords } from '#features/comments/jobs.ts';
import { commentsWaiting, moderationQueue, queueNews } from '#features/moderation/queries.ts';
import { type Staff, system, VISITOR } from '#features/people/actor.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { newId } from '#lib/ids.ts';
import { type Discussed, discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member, rewrite, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let story: Discussed;
/** Sees this test's comments only. */
let local: Staff;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
  local = await member('moderator', story.sectionId);
});

async function idsOn(asked: object = {}, actor: Staff = local): Promise<string[]> {
  return good(await moderationQueue(actor, asked)).comments.map((comment) => comment.id);
}

test('has what waits, oldest first, with its story, what it answers and what the phases say', async () => {
  const first = await shown(story.storyId, { name: 'Asks', text: 'Why?' });
  clock.forward(1_000);
  const a = await posted(story.storyId, { parentId: first.commentId, text: 'Because' });
  clock.forward(1_000);
  const b = await posted(story.storyId);
  const { comments, news } = good(await moderationQueue(local));
  expect(comments.map((one) => one.id)).toEqual([a.commentId, b.commentId]);
  expect(comments[0]).toMatchObject({
    text: 'Because',
    inReplyTo: { name: 'Asks', text: 'Why?' },
    story: { path: story.path, open: true },
    said: [
      { phase: 'first comment', outcome: 'wait' },
      { phase: 'policy', outcome: 'wait' },
    ],
    moves: ['approve', 'reject', 'aside'],
  });
  expect(news.counts).toEqual({
    waiting: 2,
    reported: 0,
    held: 0,
    spam: 0,
    appeals: 0,
    all: 3,
  });
  expect(await commentsWaiting(local)).toBe(2);
});

test('what is held, what is spam and what waits are piles of their own', async () => {
  const where = { of: 'story', id: story.storyId };
  const lists = { holdWords: ['hold'], spamWords: ['spam'] };
  good(await changeCommentPolicy(system('test'), where, lists));
  const held = await posted(story.storyId, { text: 'Hold this' });
  const spam = await posted(story.storyId, { text: 'Spam this' });
  const plain = await posted(story.storyId, { text: 'Just this' });
  expect(await idsOn({ pile: 'held' })).toEqual([held.commentId]);
  expect(await idsOn({ pile: 'spam' })).toEqual([spam.commentId]);
  expect(await idsOn()).toEqual([plain.commentId]);
  good(await approveComment(local, await judgeable(spam.commentId, 'waiting')));
  expect(await idsOn({ pile: 'spam' })).toEqual([]);
  expect(await idsOn({ pile: 'all', state: 'approved' })).toEqual([spam.commentId]);
  expect(await idsOn({ pile: 'all' })).toHaveLength(3);
});

test('of a section’s moderator has nothing of other sections', async () => {
  const elsewhere = await discussedStory();
  const { commentId } = await posted(story.storyId);
  await posted(elsewhere.storyId);
  expect(await idsOn()).toEqual([commentId]);
  expect(good(await moderationQueue(local)).news.counts.waiting).toBe(1);
  const both: Staff = {
    ...local,
    grants: [story, elsewhere].map((one) => ({ role: 'moderator', sectionId: one.sectionId })),
  };
  expect(await idsOn({}, both)).toHaveLength(2);
});

test('follows a story to another section', async () => {
  const { commentId } = await posted(story.storyId);
  const other = await section();
  const there = await member('moderator', other.id);
  const { storyId, revisionId } = story;
  await rewrite({ storyId, revisionId, version: 1, slug: `m-${newId()}` }, other.id, {});
  await followStory(story.storyId);
  expect(await idsOn({}, there)).toEqual([commentId]);
  expect(await idsOn()).toEqual([]);
});

test('finds words in the text and in the name, whatever the case and the spaces', async () => {
  const a = await posted(story.storyId, { text: 'Про  Журавлей\nи людей' });
  const b = await posted(story.storyId, { name: 'Крановщик', text: '100% sure_thing' });
  expect(await idsOn({ q: 'журавлей и' })).toEqual([a.commentId]);
  expect(await idsOn({ q: 'КРАНОВЩИК' })).toEqual([b.commentId]);
  expect(await idsOn({ q: '0% sure_' })).toEqual([b.commentId]);
  expect(await idsOn({ q: '%' })).toEqual([b.commentId]);
  expect(await idsOn({ q: 'nowhere to be found' })).toEqual([]);
  expect(await takeInWords()).toBe(0);
});

test('a page ends where the next begins, also among comments of one moment', async () => {
  const all = [];
  for (let n = 0; n < 35; n += 1) all.push((await posted(story.storyId)).commentId);
  const first = good(await moderationQueue(local));
  expect(first.comments).toHaveLength(30);
  const second = good(await moderationQueue(local, { after: first.next }));
  expect(second.next).toBe('');
  const seen = [...first.comments, ...second.comments].map((comment) => comment.id);
  expect(seen.toSorted()).toEqual(all.toSorted());
  for (const after of ['x', '1-', '-', "1-'"]) {
    expect((await moderationQueue(local, { after })).ok).toBe(true);
  }
  expect(await moderationQueue(local, { pile: 'none' })).toMatchObject({ code: 'missing' });
});

test('says how the same writer was judged, here and elsewhere, and not who it is', async () => {
  const email = `regular-${newId()}@example.com`;
  const other = await discussedStory(story.sectionId);
  await shown(other.storyId, { email });
  const bad = await posted(other.storyId, { email });
  good(await rejectComment(local, await judgeable(bad.commentId, 'waiting')));
  await shown(story.storyId, { email });
  await shown(story.storyId);
  const { commentId } = await posted(story.storyId, { email });
  const queue = good(await moderationQueue(local));
  expect(queue.comments.find((one) => one.id === commentId)?.writer).toEqual({
    here: { approved: 1, rejected: 0 },
    elsewhere: { approved: 1, rejected: 1 },
    confirmed: false,
  });
  expect(JSON.stringify(queue)).not.toContain('regular-');
});

test('tells an open desk that something came or was decided, and only then', async () => {
  const stamp = async () => good(await queueNews(local)).stamp;
  const before = await stamp();
  expect(await stamp()).toBe(before);
  const { commentId } = await posted(story.storyId);
  const after = await stamp();
  expect(after).not.toBe(before);
  good(await approveComment(local, await judgeable(commentId, 'waiting')));
  expect(await stamp()).not.toBe(after);
});

test('is not for those who do not moderate', async () => {
  for (const actor of [VISITOR, await member('reporter'), await member('contributor')]) {
    expect(await moderationQueue(actor)).toMatchObject({ code: 'forbidden' });
    expect(await queueNews(actor)).toMatchObject({ code: 'forbidden' });
    expect(await commentsWaiting(actor)).toBeNull();
  }
});

test('has the comments of a withdrawn story, with its last headline', async () => {
  await posted(story.storyId);
  await withdraw(story);
  expect(good(await moderationQueue(local))).toMatchObject({
    comments: [{ story: { path: null, headline: expect.stringMatching(/^Headline/) } }],
  });
});
