import { beforeEach, expect, test } from 'vitest';
import { rejectComment } from '#features/comments/commands.ts';
import { commentCount, permalink, threadPageOf } from '#features/comments/discussions.ts';
import { storyComments } from '#features/comments/queries.ts';
import type { AnswerView, CommentView } from '#features/comments/views.ts';
import { system } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { commentAnchor, commentsPath, threadPath } from '#lib/paths.ts';
import { type Discussed, discussedStory, judgeable, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const JOB = system('test');
let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

function next(words: Parameters<typeof shown>[1] = {}) {
  clock.forward(1_000);
  return shown(story.storyId, words);
}

const all = (replies: readonly AnswerView[]): CommentView[] =>
  replies.flatMap((reply) => [reply, ...reply.replies]);

test('an address of a comment leads to its page, also after earlier ones are gone', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 52; n += 1) ids.push((await next()).commentId);
  const [first = '', , , fourth = ''] = ids;
  const last = ids.at(-1) ?? '';
  const at = (page: number, id: string) => `${commentsPath(story.path, page)}#${commentAnchor(id)}`;
  expect(await permalink(story.path, fourth)).toBe(at(1, fourth));
  expect(await permalink(story.path, last)).toBe(at(2, last));
  for (const id of [first, ids[1] ?? '']) {
    good(await rejectComment(JOB, await judgeable(id, 'approved')));
  }
  expect(await permalink(story.path, last)).toBe(at(1, last));
});

test('an address of what readers do not see, or not there, leads nowhere', async () => {
  const { commentId } = await next();
  const hidden = await posted(story.storyId);
  const elsewhere = await discussedStory();
  expect(await permalink(story.path, hidden.commentId)).toBeNull();
  expect(await permalink(story.path, newId())).toBeNull();
  expect(await permalink(elsewhere.path, commentId)).toBeNull();
  await withdraw(story);
  expect(await permalink(story.path, commentId)).toBeNull();
});

test('a long thread shows its first answers in the list, and all on pages of its own', async () => {
  const root = await next({ text: 'root' });
  const answers: string[] = [];
  for (let n = 0; n < 105; n += 1) {
    const parentId = n % 3 === 2 ? answers[n - 1] : root.commentId;
    answers.push((await next({ text: `answer ${n}`, parentId })).commentId);
  }
  const [thread] = (await storyComments(story.storyId, 1))?.threads ?? [];
  expect(all(thread?.replies ?? [])).toHaveLength(10);
  expect(thread?.more).toBe(95);
  const seen: string[] = [];
  for (const n of [1, 2]) {
    const page = await threadPageOf(story.storyId, root.commentId, n);
    expect(page).toMatchObject({ answers: 105, page: n, pages: 2 });
    expect(page?.thread.first?.text).toBe('root');
    seen.push(...all(page?.thread.replies ?? []).map((one) => one.id));
  }
  expect(seen.toSorted()).toEqual(answers.toSorted());
  const at = (n: number, id: string) =>
    `${threadPath(story.path, root.commentId, n)}#${commentAnchor(id)}`;
  const [tenth = '', eleventh = ''] = answers.slice(9, 11);
  const last = answers.at(-1) ?? '';
  expect(await permalink(story.path, tenth)).toBe(`${story.path}#${commentAnchor(tenth)}`);
  expect(await permalink(story.path, eleventh)).toBe(at(1, eleventh));
  expect(await permalink(story.path, last)).toBe(at(2, last));
  for (const [id, n] of [
    [root.commentId, 3],
    [root.commentId, 0],
    [answers[0] ?? '', 1],
    [newId(), 1],
  ] as const) {
    expect(await threadPageOf(story.storyId, id, n)).toBeNull();
  }
  expect(await threadPageOf((await discussedStory()).storyId, root.commentId, 1)).toBeNull();
}, 60_000);

test('what is answered on another page of a thread is named with the way to it', async () => {
  const root = await next({ text: 'root' });
  const early = await next({ name: 'Early', parentId: root.commentId });
  for (let n = 0; n < 99; n += 1) await next({ parentId: root.commentId });
  const late = await next({ text: 'late', parentId: early.commentId });
  const page = await threadPageOf(story.storyId, root.commentId, 2);
  expect(page?.thread.replies).toMatchObject([
    { id: late.commentId, inReplyTo: { id: early.commentId, name: 'Early', here: false } },
  ]);
}, 60_000);

test('the number of comments is that of those that readers see', async () => {
  expect(await commentCount(story.storyId)).toBe(0);
  await next();
  await posted(story.storyId);
  expect(await commentCount(story.storyId)).toBe(1);
});
