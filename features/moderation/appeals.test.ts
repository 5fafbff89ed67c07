import { beforeEach, expect, test } from 'vitest';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { storyComments } from '#features/comments/queries.ts';
import { answerAppeal, appeal } from '#features/moderation/appeals.ts';
import { settleAppeal } from '#features/moderation/jobs.ts';
import { decisionBehind, moderationQueue } from '#features/moderation/queries.ts';
import { type Staff, VISITOR } from '#features/people/actor.ts';
import { type Discussed, discussedStory, judgeable, posted } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let story: Discussed;
let first: Staff;
let second: Staff;

beforeEach(async () => {
  holdClock();
  story = await discussedStory();
  first = await member('moderator', story.sectionId);
  second = await member('moderator', story.sectionId);
});

const TEXT = { text: 'It insults nobody: it quotes.' };

/** Rejected by the first moderator. */
async function rejected() {
  const comment = await posted(story.storyId);
  const seen = await judgeable(comment.commentId, 'waiting');
  good(await rejectComment(first, { ...seen, rule: 'insult' }));
  return comment;
}

test('is answered by somebody else than who rejected it, and published if they say so', async () => {
  const { commentId, token } = await rejected();
  good(await appeal(VISITOR, token, TEXT));
  const answer = { commentId, answer: 'overturned', words: 'You are right.' };
  expect(await answerAppeal(first, answer)).toMatchObject({
    code: 'forbidden',
    why: expect.stringContaining('somebody else'),
  });
  good(await answerAppeal(second, answer));
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 1 });
  expect(await decisionBehind(token)).toMatchObject({
    rejected: null,
    appeal: { answer: 'overturned', words: 'You are right.' },
    mayAppeal: false,
  });
  expect(await answerAppeal(second, answer)).toMatchObject({ code: 'illegal' });
});

test('upheld, it stays rejected, and there is no second one', async () => {
  const { commentId, token } = await rejected();
  good(await appeal(VISITOR, token, TEXT));
  good(await answerAppeal(second, { commentId, answer: 'upheld', words: 'It does insult.' }));
  expect(await decisionBehind(token)).toMatchObject({
    rejected: { rule: { name: 'Insults' } },
    appeal: { answer: 'upheld', words: 'It does insult.' },
    mayAppeal: false,
  });
  expect(await appeal(VISITOR, token, TEXT)).toMatchObject({ code: 'illegal' });
  expect(await storyComments(story.storyId, 1)).toMatchObject({ comments: 0 });
});

test('lies on a pile of its own until it is answered; who rejected it reads why not to answer', async () => {
  const { commentId, token } = await rejected();
  good(await appeal(VISITOR, token, TEXT));
  const seen = async (actor: Staff) => good(await moderationQueue(actor, { pile: 'appeals' }));
  expect(await seen(first)).toMatchObject({
    comments: [{ id: commentId, appeal: { text: TEXT.text, why: expect.any(String) } }],
    news: { counts: { appeals: 1 } },
  });
  expect(await seen(second)).toMatchObject({ comments: [{ appeal: { why: null } }] });
  good(await answerAppeal(second, { commentId, answer: 'upheld', words: 'No.' }));
  expect((await seen(second)).comments).toEqual([]);
});

test('two answers at once: one counts', async () => {
  const { commentId, token } = await rejected();
  good(await appeal(VISITOR, token, TEXT));
  const third = await member('editor');
  const both = await Promise.all([
    answerAppeal(second, { commentId, answer: 'upheld', words: 'No.' }),
    answerAppeal(third, { commentId, answer: 'overturned', words: 'Yes.' }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
});

test('two appeals at once are one', async () => {
  const { token } = await rejected();
  const both = await Promise.all([appeal(VISITOR, token, TEXT), appeal(VISITOR, token, TEXT)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
});

test('needs a rejection, words, and the secret of the link', async () => {
  const waiting = await posted(story.storyId);
  expect(await appeal(VISITOR, waiting.token, TEXT)).toMatchObject({ code: 'illegal' });
  const { commentId, token } = await rejected();
  expect(await appeal(VISITOR, token, { text: ' ' })).toMatchObject({
    fields: { text: 'Please fill this in.' },
  });
  expect(await appeal(VISITOR, token, { text: 'x'.repeat(1_001) })).toMatchObject({
    fields: { text: 'At most 1000 characters.' },
  });
  expect(await appeal(VISITOR, commentId, TEXT)).toMatchObject({ code: 'missing' });
  expect(await decisionBehind(token)).toMatchObject({ mayAppeal: true });
});

test('needs no answer any more once somebody has approved the comment', async () => {
  const { commentId, token } = await rejected();
  good(await appeal(VISITOR, token, TEXT));
  good(await approveComment(first, await judgeable(commentId, 'rejected')));
  await settleAppeal(commentId);
  expect(await decisionBehind(token)).toMatchObject({ appeal: { answer: 'overturned' } });
});
