import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { verifyAudit } from '#db/audit-verify.ts';
import { drainOutbox } from '#db/outbox.ts';
import { comments } from '#db/schema/comments.ts';
import { holds } from '#db/schema/decisions.ts';
import { read, transaction } from '#db/store.ts';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { ownComments } from '#features/comments/discussions.ts';
import { deleteComment, editComment } from '#features/comments/own.ts';
import { storyComments, writersComment } from '#features/comments/queries.ts';
import { moderationQueue } from '#features/moderation/queries.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId, newToken } from '#lib/ids.ts';
import { handleEvent } from '#server/events.ts';
import { type Discussed, discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { leftovers } from '#tests/leftovers.ts';
import { withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const JOB = system('test');
const MINUTE_MS = 60_000;
let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

const edit = (token: string, text: string) => editComment(VISITOR, token, { text }, newId());
const seen = async () => (await storyComments(story.storyId, 1))?.threads ?? [];

async function hold(commentId: string) {
  await transaction(async (tx) => {
    await tx
      .insert(holds)
      .values({ id: newId(), commentId, reason: 'a court’s secret', madeBy: 'x', madeAt: now() });
  });
}

describe('a change', () => {
  test('of what everybody sees is seen once it is approved, and until then the earlier text is', async () => {
    const { commentId, token } = await shown(story.storyId, { text: 'Frist' });
    expect(good(await edit(token, 'First'))).toEqual({ changed: true });
    expect(await seen()).toMatchObject([{ first: { text: 'Frist', edited: false } }]);
    expect(await writersComment(token)).toMatchObject({
      state: 'waiting',
      text: 'First',
      earlierShown: true,
    });
    good(await approveComment(JOB, await judgeable(commentId, 'waiting')));
    expect(await seen()).toMatchObject([{ first: { text: 'First', edited: true } }]);
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  test('that comes while a moderator reads makes the verdict a conflict', async () => {
    const { commentId, token } = await posted(story.storyId);
    const read = await judgeable(commentId, 'waiting');
    good(await edit(token, 'Something else altogether'));
    expect(await approveComment(JOB, read)).toMatchObject({ code: 'conflict' });
    expect(await seen()).toEqual([]);
  });

  test('is possible for half an hour, and the page says until when', async () => {
    const { token } = await posted(story.storyId);
    const until = new Date(clock.at.getTime() + 30 * MINUTE_MS);
    expect((await writersComment(token))?.changeableUntil).toEqual(until);
    clock.forward(30 * MINUTE_MS - 1);
    good(await edit(token, 'Just in time'));
    clock.forward(1);
    expect(await edit(token, 'Too late')).toMatchObject({ code: 'illegal' });
    expect(await writersComment(token)).toMatchObject({
      text: 'Just in time',
      changeableUntil: null,
    });
  });

  test('of what was rejected, is held, or stands under a withdrawn story is refused', async () => {
    const rejected = await posted(story.storyId);
    good(await rejectComment(JOB, await judgeable(rejected.commentId, 'waiting')));
    const held = await posted(story.storyId);
    await hold(held.commentId);
    for (const { token } of [rejected, held]) {
      const result = await edit(token, 'Else');
      expect(result).toMatchObject({ code: 'illegal' });
      expect(JSON.stringify(result)).not.toContain('court');
    }
    const late = await posted(story.storyId);
    await withdraw(story);
    expect(await edit(late.token, 'Else')).toMatchObject({ code: 'illegal' });
  });

  test('is wrong in the same ways as a comment, and the same text again changes nothing', async () => {
    const { token } = await posted(story.storyId, { text: 'Same' });
    for (const text of ['', ' \n ', 'x'.repeat(5_001), '\u0000', '\ud800']) {
      expect(await edit(token, text)).toMatchObject({ code: 'invalid', fields: {} });
    }
    expect(good(await edit(token, ' Same\r\n'))).toEqual({ changed: false });
    expect(await edit(newToken(), 'Not mine')).toMatchObject({ code: 'missing' });
    expect(await edit('', 'Not mine')).toMatchObject({ code: 'missing' });
  });

  test('can be made so many times and no more', async () => {
    const { token } = await posted(story.storyId);
    for (let n = 2; n <= 20; n += 1) good(await edit(token, `Change ${n}`));
    expect(await edit(token, 'One more')).toMatchObject({ code: 'illegal' });
  });
});

describe('a comment that its writer removes', () => {
  test('leaves no word anywhere; what others answered stays under its empty place', async () => {
    const mark = `zqv${newId()}`;
    const { commentId, token } = await shown(story.storyId, { text: mark, name: `${mark} K.` });
    await shown(story.storyId, { text: 'I think so too', parentId: commentId });
    good(await edit(token, `${mark}, or not`));
    good(await deleteComment(VISITOR, token));
    await drainOutbox(handleEvent);
    expect(await leftovers(mark)).toEqual([]);
    expect(await seen()).toMatchObject([
      {
        first: { id: commentId, removed: true, name: '', text: '' },
        replies: [{ removed: false }],
      },
    ]);
    expect(await writersComment(token)).toMatchObject({ state: 'removed', text: '', name: '' });
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  test('in the middle of a thread keeps its place as long as something answers it', async () => {
    const root = await shown(story.storyId, { text: 'root' });
    const middle = await shown(story.storyId, { text: 'middle', parentId: root.commentId });
    const last = await shown(story.storyId, { text: 'last', parentId: middle.commentId });
    good(await deleteComment(VISITOR, middle.token));
    expect(await seen()).toMatchObject([
      { first: { text: 'root' }, replies: [{ removed: true, replies: [{ text: 'last' }] }] },
    ]);
    good(await deleteComment(VISITOR, last.token));
    expect(await seen()).toMatchObject([{ first: { text: 'root' }, replies: [] }]);
    expect((await storyComments(story.storyId, 1))?.comments).toBe(1);
  });

  test('lies on no pile of the moderators, and is changed by nobody any more', async () => {
    const { token, commentId } = await posted(story.storyId);
    good(await deleteComment(VISITOR, token));
    for (const pile of ['waiting', 'held', 'spam']) {
      const { comments } = good(await moderationQueue(JOB, { pile }));
      expect(comments.map((one) => one.id)).not.toContain(commentId);
    }
    expect(await deleteComment(VISITOR, token)).toMatchObject({ code: 'illegal' });
    expect(await edit(token, 'Back again')).toMatchObject({ code: 'illegal' });
  });

  test('stays while it is held, and nobody learns why', async () => {
    const { token, commentId } = await posted(story.storyId);
    await hold(commentId);
    const result = await deleteComment(VISITOR, token);
    expect(result).toMatchObject({ code: 'illegal' });
    expect(JSON.stringify(result)).not.toContain('court');
    const [row] = await read.select().from(comments).where(eq(comments.id, commentId));
    expect(row?.state).toBe('waiting');
    expect(await deleteComment(VISITOR, newToken())).toMatchObject({ code: 'missing' });
  });
});

test('a browser finds its comments again by their secrets, and by nothing else', async () => {
  const older = await posted(story.storyId, { text: 'Older' });
  clock.forward(MINUTE_MS);
  const newer = await shown(story.storyId, { text: 'Newer' });
  await posted(story.storyId, { text: 'Somebody else’s' });
  const found = await ownComments([older.token, newToken(), newer.token, 'nonsense']);
  expect(found.map(({ text, state }) => [text, state])).toEqual([
    ['Newer', 'approved'],
    ['Older', 'waiting'],
  ]);
  expect(await ownComments([])).toEqual([]);
});
