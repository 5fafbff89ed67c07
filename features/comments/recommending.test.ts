import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { commentRecommendations, commentReports } from '#db/schema/discussions.ts';
import { read } from '#db/store.ts';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { editComment } from '#features/comments/own.ts';
import { pickComment } from '#features/comments/picking.ts';
import { storyComments } from '#features/comments/queries.ts';
import { recommendComment } from '#features/comments/recommending.ts';
import { reportComment } from '#features/comments/reporting.ts';
import { reportsOf } from '#features/comments/reports.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { newId, newToken } from '#lib/ids.ts';
import { type Discussed, discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const JOB = system('test');
let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

const browser = () => ({ secret: newToken(), known: true, place: newId() });

function recommend(comment: string, by = browser(), back = '') {
  return recommendComment(VISITOR, { comment, back }, by);
}

const listed = async (order: 'oldest' | 'newest' | 'recommended') =>
  (await storyComments(story.storyId, 1, order))?.threads.map((one) => one.first?.text);

describe('recommending', () => {
  test('counts one browser once, however often it presses, and can be taken back', async () => {
    const { commentId } = await shown(story.storyId);
    const one = browser();
    expect(good(await recommend(commentId, one)).recommended).toBe(1);
    expect(good(await recommend(commentId, one)).recommended).toBe(1);
    expect(good(await recommend(commentId)).recommended).toBe(2);
    expect(good(await recommend(commentId, one, '1')).recommended).toBe(1);
    expect(good(await recommend(commentId, one, '1')).recommended).toBe(1);
    const page = await storyComments(story.storyId, 1);
    expect(page?.threads).toMatchObject([{ first: { recommended: 1 } }]);
  });

  test('many at once are all counted', async () => {
    const { commentId } = await shown(story.storyId);
    await Promise.all(Array.from({ length: 20 }, () => recommend(commentId)));
    expect(good(await recommend(commentId)).recommended).toBe(21);
  });

  test('of what readers do not see is answered as if it were not there', async () => {
    const { commentId } = await posted(story.storyId);
    for (const id of [commentId, newId(), '', 'x'.repeat(41)]) {
      expect((await recommend(id)).ok).toBe(false);
    }
    expect(await recommend(commentId)).toMatchObject({ code: 'missing' });
  });

  test('what one browser recommended cannot be put together from the rows', async () => {
    const one = browser();
    for (let n = 0; n < 2; n += 1) {
      good(await recommend((await shown(story.storyId)).commentId, one));
    }
    const rows = await read.select().from(commentRecommendations);
    const digests = rows.map((row) => row.browser);
    expect(new Set(digests).size).toBe(rows.length);
    expect(JSON.stringify(rows)).not.toContain(one.secret);
  });

  test('browsers that show no cookie are few from one place, and harm no other place', async () => {
    const { commentId } = await shown(story.storyId);
    const place = newId();
    const unknown = () => recommend(commentId, { ...browser(), known: false, place });
    for (let n = 0; n < 10; n += 1) good(await unknown());
    expect(await unknown()).toMatchObject({ code: 'limited' });
    good(await recommend(commentId, { ...browser(), place }));
    good(await recommend(commentId, { ...browser(), known: false }));
  });

  test('orders threads: oldest, newest, and most recommended with the newest of equals first', async () => {
    const ids: string[] = [];
    for (const text of ['a', 'b', 'c', 'd']) {
      clock.forward(1_000);
      ids.push((await shown(story.storyId, { text })).commentId);
    }
    const [a = '', , c = ''] = ids;
    for (const [id, times] of [
      [a, 1],
      [c, 2],
    ] as const) {
      for (let n = 0; n < times; n += 1) good(await recommend(id));
    }
    expect(await listed('oldest')).toEqual(['a', 'b', 'c', 'd']);
    expect(await listed('newest')).toEqual(['d', 'c', 'b', 'a']);
    expect(await listed('recommended')).toEqual(['c', 'a', 'd', 'b']);
    good(await rejectComment(JOB, await judgeable(c, 'approved')));
    good(await approveComment(JOB, await judgeable(c, 'rejected')));
    expect(await listed('recommended')).toEqual(['c', 'a', 'd', 'b']);
  });
});

describe('reporting', () => {
  const report = (comment: string, by = browser(), words: object = {}) =>
    reportComment(VISITOR, { comment, reason: 'abuse', note: 'Look', ...words }, by);

  test('reaches the moderators once from each browser, until one decides', async () => {
    const { commentId } = await shown(story.storyId);
    const one = browser();
    good(await report(commentId, one));
    good(await report(commentId, one));
    clock.forward(1_000);
    good(await report(commentId, browser(), { reason: 'spam', note: '' }));
    const open = await reportsOf(read, [commentId, newId()]);
    expect(open.get(commentId)).toMatchObject([
      { reason: 'abuse', note: 'Look' },
      { reason: 'spam', note: '' },
    ]);
    good(await rejectComment(JOB, await judgeable(commentId, 'approved')));
    expect((await reportsOf(read, [commentId])).size).toBe(0);
  });

  test('needs a reason of the list, and a note that is not too long', async () => {
    const { commentId } = await shown(story.storyId);
    expect(await report(commentId, browser(), { reason: 'because' })).toMatchObject({
      fields: { reason: 'Please say what is wrong with it.' },
    });
    expect(await report(commentId, browser(), { note: 'x'.repeat(501) })).toMatchObject({
      code: 'invalid',
    });
    expect(await report((await posted(story.storyId)).commentId)).toMatchObject({
      code: 'missing',
    });
  });

  test('too many from one place are refused, and too many of one comment are not kept', async () => {
    const { commentId } = await shown(story.storyId);
    const place = newId();
    for (let n = 0; n < 10; n += 1) good(await report(commentId, { ...browser(), place }));
    expect(await report(commentId, { ...browser(), place })).toMatchObject({ code: 'limited' });
    for (let n = 0; n < 45; n += 1) good(await report(commentId));
    const rows = await read
      .select()
      .from(commentReports)
      .where(eq(commentReports.commentId, commentId));
    expect(rows).toHaveLength(50);
  });
});

describe('an editors’ pick', () => {
  test('is of the words that were read, and ends when they are changed', async () => {
    const editor = await member('editor', story.sectionId);
    const { commentId, token } = await shown(story.storyId);
    const read = await judgeable(commentId, 'approved');
    const first = async () => (await storyComments(story.storyId, 1))?.threads[0]?.first;
    good(await pickComment(editor, { ...read, picked: '1' }));
    expect(await first()).toMatchObject({ picked: true });
    good(await pickComment(editor, { ...read, picked: '' }));
    expect(await first()).toMatchObject({ picked: false });
    good(await pickComment(editor, { ...read, picked: '1' }));
    good(await editComment(VISITOR, token, { text: 'Now I say this' }, newId()));
    expect(await first()).toMatchObject({ picked: false });
    good(await approveComment(editor, await judgeable(commentId, 'waiting')));
    expect(await pickComment(editor, { ...read, picked: '1' })).toMatchObject({ code: 'conflict' });
  });

  test('is not for readers, nor of what they do not see', async () => {
    const { commentId } = await shown(story.storyId);
    const seen = await judgeable(commentId, 'approved');
    expect(await pickComment(VISITOR, { ...seen, picked: '1' })).toMatchObject({
      code: 'forbidden',
    });
    const waiting = await posted(story.storyId);
    const unseen = await judgeable(waiting.commentId, 'waiting');
    expect(await pickComment(JOB, { ...unseen, picked: '1' })).toMatchObject({ code: 'missing' });
  });
});
