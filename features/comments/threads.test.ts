import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { commentCounts, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentThreads } from '#db/schema/discussions.ts';
import { read, transaction } from '#db/store.ts';
import {
  approveComment,
  postComment,
  rejectComment,
  undoDecision,
} from '#features/comments/commands.ts';
import { storyComments, writersComment } from '#features/comments/queries.ts';
import type { CommentView, ThreadView } from '#features/comments/views.ts';
import { system } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { commentAnchor, commentsPath } from '#lib/paths.ts';
import { type Discussed, discussedStory, form, judgeable, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';

const JOB = system('test');
let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

async function firstPage() {
  const page = await storyComments(story.storyId, 1);
  if (!page) throw new Error('the first page is always there');
  return page;
}

/** Posts in the order of the clock, so that the order on the page is known. */
async function next(words: Parameters<typeof shown>[1]) {
  clock.forward(1_000);
  return shown(story.storyId, words);
}

/** All that readers see of these threads, in the order of the page. */
function seenIn(threads: readonly ThreadView[]): CommentView[] {
  return threads
    .flatMap(({ first, replies }) => [
      ...(first ? [first] : []),
      ...replies.flatMap((reply) => [reply, ...reply.replies]),
    ])
    .filter((one) => !one.removed);
}

test('answers stand in what they answer; too deep they stand beside it and say whom they answer', async () => {
  const root = await next({ name: 'Root', text: 'root' });
  const a = await next({ name: 'A', text: 'a', parentId: root.commentId });
  const other = await next({ name: 'Other', text: 'other' });
  const b = await next({ name: 'B', text: 'b', parentId: a.commentId });
  const c = await next({ name: 'C', text: 'c', parentId: b.commentId });
  const page = await firstPage();
  expect(
    page.threads.map((thread) => [
      thread.first?.text,
      thread.replies.map((reply) => [
        reply.text,
        reply.replies.map((deeper) => [deeper.text, deeper.inReplyTo?.name ?? null]),
      ]),
    ]),
  ).toEqual([
    [
      'root',
      [
        [
          'a',
          [
            ['b', null],
            ['c', 'B'],
          ],
        ],
      ],
    ],
    ['other', []],
  ]);
  expect(page.threads[0]?.replies[0]?.replies[1]?.inReplyTo).toMatchObject({
    id: b.commentId,
    here: true,
  });
  expect([a, other, c]).toHaveLength(3);
});

test('what began a thread is rejected: its answers stay, it does not, nor its name', async () => {
  const root = await next({ name: 'Gone', text: 'gone' });
  const middle = await next({ name: 'Middle', text: 'middle', parentId: root.commentId });
  await next({ name: 'Last', text: 'last', parentId: middle.commentId });
  for (const { commentId } of [root, middle]) {
    good(await rejectComment(JOB, await judgeable(commentId, 'approved')));
  }
  const page = await firstPage();
  expect(page).toMatchObject({
    comments: 1,
    threads: [{ first: null, replies: [{ text: 'last', inReplyTo: null }] }],
  });
  expect(JSON.stringify(page)).not.toMatch(/gone|middle/i);
});

test('one writer has one face in a story; it is another one in another story', async () => {
  const email = `${newId()}@example.com`;
  const elsewhere = await discussedStory();
  const faces = [];
  for (const id of [story.storyId, story.storyId, elsewhere.storyId]) {
    await shown(id, { email });
  }
  await shown(story.storyId);
  for (const id of [story.storyId, elsewhere.storyId]) {
    for (const thread of (await storyComments(id, 1))?.threads ?? [])
      faces.push(thread.first?.face);
  }
  expect(faces[0]).toMatch(/^[0-9a-f]{8}$/);
  expect(new Set(faces).size).toBe(3);
});

describe('a thousand comments', () => {
  async function fill(threads: number, replies: number): Promise<string[]> {
    const ids: string[] = [];
    await transaction(async (tx) => {
      for (let t = 0; t < threads; t += 1) {
        const threadId = newId();
        for (let r = 0; r <= replies; r += 1) {
          const id = r === 0 ? threadId : newId();
          const revisionId = newId();
          const at = clock.forward(1_000);
          await tx.insert(comments).values({
            id,
            storyId: story.storyId,
            parentId: r === 0 ? null : threadId,
            threadId,
            commenterId: newId(),
            state: 'approved',
            shownRevisionId: revisionId,
            latestRevisionId: revisionId,
            tokenDigest: id,
            createdAt: at,
          });
          await tx.insert(commentRevisions).values({
            id: revisionId,
            commentId: id,
            number: 1,
            name: `N${t}`,
            text: `${t}.${r}`,
            createdAt: at,
          });
        }
        ids.push(threadId);
        const began = { id: threadId, storyId: story.storyId, beganAt: clock.forward(0) };
        await tx.insert(commentThreads).values({ ...began, shown: replies + 1 });
      }
      const approved = threads * (replies + 1);
      await tx.insert(commentCounts).values({ storyId: story.storyId, approved, threads });
    });
    return ids;
  }

  test('stand on numbered pages of fifty threads, each once, oldest first', async () => {
    await fill(249, 3);
    const { commentId, token } = await next({ text: 'last' });
    const seen: CommentView[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const page = await storyComments(story.storyId, n);
      expect(page).toMatchObject({ page: n, pages: 5, comments: 997 });
      expect(page?.threads).toHaveLength(50);
      seen.push(...seenIn(page?.threads ?? []));
    }
    expect(new Set(seen.map((one) => one.id)).size).toBe(997);
    expect(seen.map((one) => one.at.getTime())).toEqual(
      seen.map((one) => one.at.getTime()).toSorted((a, b) => a - b),
    );
    for (const n of [0, 6, -1, 1.5, Number.NaN]) {
      expect(await storyComments(story.storyId, n)).toBeNull();
    }
    expect((await writersComment(token))?.shownAt).toBe(
      `${commentsPath(story.path, 5)}#${commentAnchor(commentId)}`,
    );
  });
});

type Step =
  | { act: 'post'; answer: number }
  | { act: 'approve' | 'reject' | 'undo' | 'edit'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('post' as const), answer: fc.nat(12) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom('approve', 'approve', 'approve', 'reject', 'undo', 'edit' as const),
      which: fc.nat(12),
    }),
  },
);

type Known = { id: string; text: string; revision: string; state: string; shown: string | null };

/** What should be shown, kept by hand beside the real thing. */
class Model {
  readonly all: Known[] = [];

  shown(): string[] {
    return this.all.flatMap((one) => one.shown ?? []).toSorted();
  }
}

async function play(steps: readonly Step[]): Promise<Model> {
  const model = new Model();
  for (const one of steps) {
    clock.forward(1_000);
    if (one.act === 'post') await playPost(model, one.answer);
    else await playMove(one.act, model.all[one.which % Math.max(1, model.all.length)]);
  }
  return model;
}

async function playPost(model: Model, answer: number): Promise<void> {
  const parent = answer < model.all.length ? model.all[answer] : undefined;
  const text = `text ${model.all.length} of ${newId()}`;
  const words = { text, parentId: parent?.id ?? null };
  const result = await postComment(JOB, form(story.storyId, words));
  expect(result.ok).toBe(!parent || parent.shown !== null);
  if (!result.ok) return;
  const { commentId } = result.value;
  const [row] = await read.select().from(comments).where(eq(comments.id, commentId));
  const revision = row?.latestRevisionId ?? '';
  model.all.push({ id: commentId, text, revision, state: 'waiting', shown: null });
}

const TARGET = { approve: 'approved', reject: 'rejected', undo: 'waiting' } as const;
const JUDGE = { approve: approveComment, reject: rejectComment, undo: undoDecision } as const;

async function playMove(act: keyof typeof JUDGE | 'edit', known?: Known) {
  if (!known) return;
  if (act === 'edit') {
    known.text = `edited ${newId()}`;
    known.revision = await edited(known.id, known.text);
    known.state = 'waiting';
    return;
  }
  const result = await JUDGE[act](JOB, { commentId: known.id, revisionId: known.revision });
  expect(result.ok).toBe(known.state !== TARGET[act]);
  if (!result.ok) return;
  known.state = TARGET[act];
  known.shown = act === 'approve' ? known.text : null;
}

async function edited(commentId: string, text: string): Promise<string> {
  const id = newId();
  const rows = await read
    .select()
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId));
  await transaction(async (tx) => {
    const number = rows.length + 1;
    await tx
      .insert(commentRevisions)
      .values({ id, commentId, number, name: 'N', text, createdAt: new Date() });
    await tx
      .update(comments)
      .set({ latestRevisionId: id, state: 'waiting' })
      .where(eq(comments.id, commentId));
  });
  return id;
}

test('whatever is posted, judged, edited and undone: shown is what was approved, and it is counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      story = await discussedStory(story.sectionId);
      const model = await play(steps);
      const page = await firstPage();
      const views = seenIn(page.threads);
      expect(views.map((view) => view.text).toSorted()).toEqual(model.shown());
      expect(page.comments).toBe(views.length);
      const [counted] = await read
        .select()
        .from(commentCounts)
        .where(eq(commentCounts.storyId, story.storyId));
      expect(counted?.threads ?? 0).toBe(page.threads.length);
      for (const thread of page.threads) {
        expect(thread.first !== null || thread.replies.length > 0).toBe(true);
      }
      const rows = await read.select().from(comments).where(eq(comments.storyId, story.storyId));
      expect(new Map(rows.map((row) => [row.id, row.state]))).toEqual(
        new Map(model.all.map((known) => [known.id, known.state])),
      );
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('the last page but one is still right when a whole page of threads is rejected', async () => {
  const begun = [];
  for (let n = 0; n < 51; n += 1) begun.push(await next({ text: `${n}` }));
  expect((await firstPage()).pages).toBe(2);
  const [one] = begun;
  good(await rejectComment(JOB, await judgeable(one?.commentId ?? '', 'approved')));
  const page = await firstPage();
  expect([page.pages, page.threads.length]).toEqual([1, 50]);
  expect(page.threads[0]?.first?.text).toBe('1');
  expect(await storyComments(story.storyId, 2)).toBeNull();
});
