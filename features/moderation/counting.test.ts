import { beforeEach, expect, test } from 'vitest';
import { rejectComment } from '#features/comments/commands.ts';
import { decisionCounts } from '#features/moderation/counting.ts';
import { system } from '#features/people/actor.ts';
import { discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';

let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  // A time of its own, so that what other tests decide is not counted.
  clock = holdClock('2031-03-15T12:00:00.000Z');
});

test('decisions are counted by rule and outcome once their day is over', async () => {
  const { storyId } = await discussedStory();
  await shown(storyId);
  const { commentId } = await posted(storyId);
  const seen = await judgeable(commentId, 'waiting');
  good(await rejectComment(system('test'), { ...seen, rule: 'off-topic' }));
  const march = async () => (await decisionCounts()).filter((row) => row.month === '2031-03');
  expect(await march()).toEqual([]);
  clock.forward(24 * 3_600_000);
  expect(await march()).toEqual(
    expect.arrayContaining([
      { month: '2031-03', kind: 'decision', rule: '', outcome: 'approved', comments: 1 },
      { month: '2031-03', kind: 'decision', rule: 'off-topic', outcome: 'rejected', comments: 1 },
      { month: '2031-03', kind: 'pipeline', rule: 'policy', outcome: 'wait', comments: 2 },
    ]),
  );
});

test('nothing in public is counted that depends on who wrote', async () => {
  const { storyId } = await discussedStory();
  await posted(storyId);
  clock.forward(24 * 3_600_000);
  const rules = (await decisionCounts()).map((row) => row.rule);
  expect(rules).not.toContain('first comment');
  expect(rules).not.toContain('banned');
});
