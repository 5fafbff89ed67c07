import { desc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { approveComment, undoDecision } from '#features/comments/commands.ts';
import { moderationQueue } from '#features/moderation/queries.ts';
import { putBack, setAside } from '#features/moderation/setting-aside.ts';
import type { Pile } from '#features/moderation/views.ts';
import { type Staff, system } from '#features/people/actor.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { type Discussed, discussedStory, judgeable, posted } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let story: Discussed;
let local: Staff;

beforeEach(async () => {
  holdClock();
  story = await discussedStory();
  local = await member('moderator', story.sectionId);
});

const waiting = async (text?: string) =>
  judgeable((await posted(story.storyId, text ? { text } : {})).commentId, 'waiting');

const pile = async (name: Pile) =>
  good(await moderationQueue(local, { pile: name })).comments.map(({ id, notes, moves }) => ({
    id,
    notes: notes.map(({ text }) => text),
    moves,
  }));

test('set aside with a note, a comment lies with the held ones until it is put back or decided', async () => {
  const seen = await waiting();
  const id = seen.commentId;
  good(await setAside(local, { ...seen, reason: 'Rosa knows the man.' }));
  expect(await pile('waiting')).toEqual([]);
  expect(await pile('held')).toEqual([
    { id, notes: ['Rosa knows the man.'], moves: ['approve', 'reject', 'back'] },
  ]);
  expect(await setAside(local, seen)).toMatchObject({ code: 'illegal' });
  good(await putBack(local, seen));
  expect(await pile('waiting')).toMatchObject([{ id, moves: ['approve', 'reject', 'aside'] }]);
  expect(await putBack(local, seen)).toMatchObject({ code: 'illegal' });
  const acts = await read
    .select({ act: audit.act, actor: audit.actor })
    .from(audit)
    .where(eq(audit.thingId, id))
    .orderBy(desc(audit.position))
    .limit(2);
  expect(acts).toEqual([
    { act: 'comment.put-back', actor: `staff:${local.id}` },
    { act: 'comment.set-aside', actor: `staff:${local.id}` },
  ]);
});

test('what was with the spam goes back to the spam, and a decision is taken back to where it was made', async () => {
  const where = { of: 'story', id: story.storyId };
  good(await changeCommentPolicy(system('test'), where, { spamWords: 'casino*' }));
  const seen = await waiting('Come to our casino.');
  expect(await pile('spam')).toHaveLength(1);
  good(await setAside(local, seen));
  good(await approveComment(local, seen));
  good(await undoDecision(local, seen));
  expect(await pile('held')).toHaveLength(1);
  good(await putBack(local, seen));
  expect(await pile('spam')).toHaveLength(1);
});

test('only what waits is set aside, as it was read, and by who moderates there', async () => {
  const seen = await waiting();
  expect(await setAside(local, { ...seen, revisionId: 'older' })).toMatchObject({
    code: 'conflict',
  });
  expect(await setAside(local, { ...seen, reason: 'x'.repeat(1_001) })).toMatchObject({
    code: 'invalid',
  });
  expect(await setAside(await member('reporter'), seen)).toMatchObject({ code: 'missing' });
  good(await approveComment(local, seen));
  expect(await setAside(local, seen)).toMatchObject({ code: 'illegal' });
});
