import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { onTouched } from '#db/outbox.ts';
import {
  commentCounts,
  commentDecisions,
  commentRevisions,
  comments,
} from '#db/schema/comments.ts';
import { audit } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import {
  approveComment,
  postComment,
  rejectComment,
  removeSampleComments,
  undoDecision,
} from '#features/comments/commands.ts';
import { replyTarget, storyComments, writersComment } from '#features/comments/queries.ts';
import { commentsTag } from '#features/comments/tags.ts';
import { decisionBehind } from '#features/moderation/queries.ts';
import { type Staff, system, VISITOR } from '#features/people/actor.ts';
import { createStory } from '#features/stories/commands.ts';
import { newId } from '#lib/ids.ts';
import { commentAnchor } from '#lib/paths.ts';
import {
  type Discussed,
  discussedStory,
  form,
  judgeable,
  posted,
  shown,
} from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member, paragraphs, publish, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let story: Discussed;
let moderator: Staff;

beforeEach(async () => {
  holdClock();
  story = await discussedStory();
  moderator = await member('moderator');
});

async function approvedCount(storyId = story.storyId) {
  const [row] = await read.select().from(commentCounts).where(eq(commentCounts.storyId, storyId));
  return row?.approved ?? 0;
}

/** A later revision, as an edit by its writer will make it. */
async function revised(commentId: string, text: string): Promise<string> {
  const id = newId();
  await transaction(async (tx) => {
    const at = new Date();
    await tx
      .insert(commentRevisions)
      .values({ id, commentId, number: 2, name: 'Dana K.', text, createdAt: at });
    await tx
      .update(comments)
      .set({ latestRevisionId: id, state: 'waiting' })
      .where(eq(comments.id, commentId));
  });
  return id;
}

test('approved, it is seen by all; its writer learns where it stands', async () => {
  const { commentId, token } = await posted(story.storyId, { text: 'Seen' });
  const touched: string[][] = [];
  onTouched((tags) => touched.push(tags));
  good(await approveComment(moderator, await judgeable(commentId, 'waiting')));
  expect(touched).toContainEqual([commentsTag(story.storyId)]);
  expect(await storyComments(story.storyId, 1)).toMatchObject({
    comments: 1,
    threads: [{ first: { id: commentId, text: 'Seen', staff: false, inReplyTo: null } }],
  });
  expect(await writersComment(token)).toMatchObject({
    state: 'approved',
    shownAt: `${story.path}#${commentAnchor(commentId)}`,
  });
});

test('rejected, it is gone, and its writer reads why', async () => {
  const { commentId, token } = await shown(story.storyId);
  const seen = await judgeable(commentId, 'approved');
  good(
    await rejectComment(moderator, {
      ...seen,
      rule: 'private',
      reason: 'It names a private person.',
    }),
  );
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 0, threads: [] });
  expect(await writersComment(token)).toMatchObject({ state: 'rejected', shownAt: null });
  expect(await decisionBehind(token)).toMatchObject({
    rejected: { rule: { name: 'Private matters' }, reason: 'It names a private person.' },
  });
});

test('undone, it waits again, and the reason is not shown any more', async () => {
  const { commentId, token } = await posted(story.storyId);
  const seen = await judgeable(commentId, 'waiting');
  good(await rejectComment(moderator, { ...seen, reason: 'No.' }));
  good(await undoDecision(moderator, seen));
  expect(await writersComment(token)).toMatchObject({ state: 'waiting' });
  expect(await decisionBehind(token)).toMatchObject({ rejected: null });
});

test('a text that was changed after the moderator read it is not approved by it', async () => {
  const { commentId } = await posted(story.storyId, { text: 'Harmless' });
  const read1 = await judgeable(commentId, 'waiting');
  const second = await revised(commentId, 'Harmful');
  for (const judge of [approveComment, rejectComment, undoDecision]) {
    expect(await judge(moderator, read1)).toMatchObject({ ok: false, code: 'conflict' });
  }
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 0 });
  good(await approveComment(moderator, { commentId, revisionId: second }));
  expect(await storyComments(story.storyId, 1)).toMatchObject({
    threads: [{ first: { text: 'Harmful' } }],
  });
});

test('while a changed text waits, the approved one stays', async () => {
  const { commentId } = await shown(story.storyId, { text: 'First' });
  const second = await revised(commentId, 'Second');
  expect(await storyComments(story.storyId, 1)).toMatchObject({
    comments: 1,
    threads: [{ first: { text: 'First' } }],
  });
  good(await rejectComment(moderator, { commentId, revisionId: second }));
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 0 });
});

test('two moderators at once: one decides, the other hears that it is done', async () => {
  const { commentId } = await posted(story.storyId);
  const seen = await judgeable(commentId, 'waiting');
  const both = await Promise.all([
    approveComment(moderator, seen),
    approveComment(await member('editor'), seen),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await approvedCount()).toBe(1);
  const decisions = await read
    .select()
    .from(commentDecisions)
    .where(eq(commentDecisions.commentId, commentId));
  expect(decisions).toHaveLength(1);
});

test('twenty comments approved at the same time are all counted', async () => {
  const waiting = [];
  for (let n = 0; n < 20; n += 1) waiting.push(await posted(story.storyId));
  const seen = [];
  for (const { commentId } of waiting) seen.push(await judgeable(commentId, 'waiting'));
  await Promise.all(seen.map((one) => approveComment(moderator, one)));
  expect(await approvedCount()).toBe(20);
});

test('who may not decide changes nothing', async () => {
  const { commentId } = await posted(story.storyId);
  const seen = await judgeable(commentId, 'waiting');
  const others = [VISITOR, await member('contributor'), await member('reporter')];
  for (const actor of [...others, await member('moderator', 'another section')]) {
    for (const judge of [approveComment, rejectComment, undoDecision]) {
      expect(await judge(actor, seen)).toMatchObject({ ok: false, code: 'missing' });
    }
  }
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 0 });
});

test('what is not there, or no verdict at all, is refused', async () => {
  expect(await approveComment(moderator, { commentId: 'no', revisionId: 'no' })).toMatchObject({
    code: 'missing',
  });
  expect(await approveComment(moderator, {})).toMatchObject({ code: 'invalid' });
  expect(await rejectComment(moderator, { commentId: 1, revisionId: null })).toMatchObject({
    code: 'invalid',
  });
});

test('each verdict is in the log with who gave it, without name, text or address', async () => {
  const { commentId } = await shown(story.storyId, { name: 'Marked', text: 'Marked' }, moderator);
  const entries = await read
    .select()
    .from(audit)
    .where(and(eq(audit.thingId, commentId), eq(audit.noun, 'comment')))
    .orderBy(asc(audit.position));
  expect(entries.map((entry) => [entry.act, entry.actor])).toEqual([
    ['comment.post', 'visitor'],
    ['comment.approve', `staff:${moderator.id}`],
  ]);
  expect(JSON.stringify(entries)).not.toContain('Marked');
});

describe('the form for an answer', () => {
  test('shows what is answered, if that is shown', async () => {
    const { commentId } = await shown(story.storyId, { text: 'Answer me' });
    expect(await replyTarget(commentId)).toMatchObject({
      comment: { text: 'Answer me' },
      story: { path: story.path, commentsOpen: true },
    });
  });

  test('is not there for what waits, was withdrawn, or is nothing', async () => {
    const { commentId } = await posted(story.storyId);
    expect(await replyTarget(commentId)).toBeNull();
    expect(await replyTarget('nothing')).toBeNull();
    good(await approveComment(moderator, await judgeable(commentId, 'waiting')));
    await withdraw(story);
    expect(await replyTarget(commentId)).toBeNull();
  });
});

test('the sample’s comments go with all that hangs on them, and no others', async () => {
  const sectionId = (await section()).id;
  const saved = good(
    await createStory(
      system('sample'),
      { sectionId, headline: 'Sample', body: paragraphs('Text.') },
      { sample: true },
    ),
  );
  await publish(saved);
  const sample = await shown(saved.storyId);
  good(await postComment(VISITOR, form(saved.storyId), { place: newId() }));
  const real = await shown(story.storyId);
  expect(await removeSampleComments(moderator)).toMatchObject({ code: 'forbidden' });
  expect(good(await removeSampleComments(system('sample')))).toEqual({ removed: 2 });
  expect(await writersComment(sample.token)).toBeNull();
  expect(await writersComment(real.token)).not.toBeNull();
  expect(await storyComments(saved.storyId, 1)).toMatchObject({ comments: 0, threads: [] });
});
