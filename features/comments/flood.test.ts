import { count, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { readIdentity } from '#db/identity.ts';
import { identities } from '#db/identity-schema.ts';
import { comments } from '#db/schema/comments.ts';
import { transaction } from '#db/store.ts';
import { postComment } from '#features/comments/commands.ts';
import { MOST_WAITING, whyFull } from '#features/comments/internal/room.ts';
import { VISITOR } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { statusOf } from '#lib/result.ts';
import { type Discussed, discussedStory, form } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';

let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

const send = (storyId: string, place: string) => postComment(VISITOR, form(storyId), { place });

/** Comments that wait, as a flood of days would have left them. */
async function waiting(storyId: string, many: number): Promise<void> {
  for (let written = 0; written < many; written += 500) {
    const rows = Array.from({ length: Math.min(500, many - written) }, () => {
      const id = newId();
      return {
        id,
        storyId,
        threadId: id,
        state: 'waiting' as const,
        latestRevisionId: newId(),
        tokenDigest: newId(),
        createdAt: clock.at,
      };
    });
    await transaction(async (tx) => void (await tx.insert(comments).values(rows)));
  }
}

test('a flood from one network is refused, and the others do not notice', async () => {
  const flood = await Promise.all(
    Array.from({ length: 60 }, (_, n) => send(story.storyId, `2001:db8:1:2::${n.toString(16)}`)),
  );
  expect(flood.filter((answer) => answer.ok)).toHaveLength(30);
  expect(flood.find((answer) => !answer.ok)).toMatchObject({ code: 'limited' });
  for (const place of ['2001:db8:1:3::1', '203.0.113.9']) {
    expect((await send(story.storyId, place)).ok).toBe(true);
  }
  clock.forward(60_000);
  expect((await send(story.storyId, '2001:db8:1:2::1')).ok).toBe(true);
});

test('a flood from everywhere stops where moderators cannot follow, and stores nothing more', async () => {
  await waiting(story.storyId, MOST_WAITING.story - 3);
  clock.forward(1_000);
  const known = async () =>
    (await readIdentity().select({ many: count() }).from(identities))[0]?.many ?? 0;
  const before = await known();
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await send(story.storyId, `10.0.0.${n}`));
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false, false, false]);
  const refused = answers.at(-1);
  expect(refused).toMatchObject({ code: 'full', why: expect.stringMatching(/still in the form/) });
  expect(refused && !refused.ok ? statusOf[refused.code] : 0).toBe(503);
  expect(await known()).toBe(before + 3);
  expect((await send((await discussedStory()).storyId, '10.0.1.1')).ok).toBe(true);
});

test('once moderators have decided, there is room again within a second', async () => {
  await waiting(story.storyId, MOST_WAITING.story);
  clock.forward(1_000);
  expect((await send(story.storyId, '10.0.0.1')).ok).toBe(false);
  await transaction(async (tx) => {
    await tx.update(comments).set({ state: 'rejected' }).where(eq(comments.storyId, story.storyId));
  });
  clock.forward(1_000);
  expect((await send(story.storyId, '10.0.0.2')).ok).toBe(true);
});

test('all stories together have a bound too, and a disk that is nearly full is left alone', async () => {
  const plenty = 1e12;
  const { site, story: one } = MOST_WAITING;
  expect(whyFull({ site: site - 1, story: one - 1, freeBytes: plenty })).toBeNull();
  expect(whyFull({ site, story: 0, freeBytes: plenty })).toMatch(/than they can read/);
  expect(whyFull({ site: 0, story: 0, freeBytes: 500_000_000 })).toMatch(/no room/);
});
