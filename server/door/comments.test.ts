import { beforeEach, expect, test } from 'vitest';
import { receiveComment } from '#features/comments/receiving.ts';
import { system } from '#features/people/actor.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { switchComments } from '#features/stories/commands.ts';
import { newId } from '#lib/ids.ts';
import { ledger } from '#lib/ledger.ts';
import { inRequest } from '#lib/request-context.ts';
import { forget } from '#lib/singleton.ts';
import { Touches } from '#server/press/touches.ts';
import { type Discussed, discussedStory, form } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const DESK = system('test');

let story: Discussed;

beforeEach(async () => {
  holdClock();
  for (const kept of ['outbox', 'ledger', 'remembered']) forget(kept);
  new Touches(ledger());
  story = await discussedStory();
});

/** What the door, which remembers the story from one comment to the next, makes of one. */
function sent(text = `Words ${newId()}.`) {
  const { name, email } = form(story.storyId);
  const fields = { name, email, text };
  return inRequest({ tags: new Set(), stash: undefined }, () =>
    receiveComment({ path: story.path, fields, place: newId(), keptName: null }),
  );
}

test('a story that is closed, opened and withdrawn says so to the very next comment', async () => {
  good(await switchComments(DESK, story.storyId, false));
  expect(await sent()).toMatchObject({ kind: 'again', status: 409 });
  good(await switchComments(DESK, story.storyId, true));
  expect(await sent()).toMatchObject({ kind: 'posted' });
  await withdraw(story);
  expect(await sent()).toMatchObject({ kind: 'gone' });
});

test('a rule that is changed holds for the very next comment', async () => {
  const long = () => `${newId()} ${'so '.repeat(100)}`;
  const where = { of: 'story', id: story.storyId };
  good(await changeCommentPolicy(DESK, where, { maxLength: 100 }));
  expect(await sent(long())).toMatchObject({ kind: 'again', status: 422 });
  good(await changeCommentPolicy(DESK, where, { maxLength: 1_000 }));
  expect(await sent(long())).toMatchObject({ kind: 'posted' });
});
