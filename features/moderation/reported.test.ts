import { beforeEach, expect, test } from 'vitest';
import { rejectComment, undoDecision } from '#features/comments/commands.ts';
import { reportComment } from '#features/comments/reporting.ts';
import { moderationQueue } from '#features/moderation/queries.ts';
import { keepComment, reopenReports } from '#features/moderation/reported.ts';
import { type Staff, VISITOR } from '#features/people/actor.ts';
import { newId, newToken } from '#lib/ids.ts';
import { type Discussed, discussedStory, judgeable, shown } from '#tests/discussion.ts';
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

async function reported() {
  const { commentId } = await shown(story.storyId);
  const report = { comment: commentId, reason: 'abuse', note: 'The last line.' };
  good(await reportComment(VISITOR, report, { place: newId(), secret: newToken() }));
  return judgeable(commentId, 'approved');
}

const onPile = async () => good(await moderationQueue(local, { pile: 'reported' })).comments;

test('what readers report lies on a pile with their reasons until somebody decides', async () => {
  const seen = await reported();
  expect(await onPile()).toMatchObject([
    {
      id: seen.commentId,
      reports: [{ reason: 'abuse', note: 'The last line.' }],
      moves: expect.arrayContaining(['keep', 'reject']),
    },
  ]);
  good(await rejectComment(local, { ...seen, rule: 'insult' }));
  expect(await onPile()).toEqual([]);
});

test('let stand, it stays where it is; taken back, it is reported again', async () => {
  const seen = await reported();
  good(await keepComment(local, seen));
  expect(await onPile()).toEqual([]);
  await judgeable(seen.commentId, 'approved');
  good(await reopenReports(local, seen));
  expect(await onPile()).toHaveLength(1);
});

test('is judged as it was seen, by who moderates there, and only while readers see it', async () => {
  const seen = await reported();
  expect(await keepComment(local, { ...seen, revisionId: 'older' })).toMatchObject({
    code: 'conflict',
  });
  expect(await keepComment(await member('reporter'), seen)).toMatchObject({ code: 'forbidden' });
  expect(await keepComment(local, { commentId: 'none', revisionId: 'none' })).toMatchObject({
    code: 'missing',
  });
  good(await undoDecision(local, seen));
  expect(await keepComment(local, seen)).toMatchObject({ code: 'illegal' });
});
