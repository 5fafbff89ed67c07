import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { deskList } from '#db/schema/desk.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { deskStories } from '#features/stories/desk.ts';
import { type Filter, filterOf } from '#features/stories/finding.ts';
import { listUnlisted, publishDue } from '#features/stories/jobs.ts';
import {
  approveStory,
  submitStory,
  takeApprovalBack,
  takeBackStory,
} from '#features/stories/publishing.ts';
import { cancelSchedule, scheduleStory } from '#features/stories/schedules.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, publish, rewrite, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const clock = holdClock('2026-11-23T09:00:00.000Z');
const desk = system('test');
let world: { id: string; slug: string };
let sport: { id: string; slug: string };

beforeAll(async () => {
  world = await section();
  sport = await section();
});

async function found(filter: Filter): Promise<string[]> {
  return good(await deskStories(desk, { filter })).rows.map(({ headline }) => headline);
}

test('a story is found by its words whatever their case, accents and order, also while it is a draft', async () => {
  await draft(world.id, { headline: 'Élection à Besançon', standfirst: 'Deux tours, un siège' });
  await draft(world.id, { headline: '100 % of the vote_count', slug: 'the-count' });
  expect(await found({ q: 'besancon ELECTION' })).toEqual(['Élection à Besançon']);
  expect(await found({ q: 'siège' })).toEqual(['Élection à Besançon']);
  expect(await found({ q: 'the-count' })).toEqual(['100 % of the vote_count']);
  // What is a wildcard to the database is a sign to whoever types it.
  expect(await found({ q: '100 %' })).toEqual(['100 % of the vote_count']);
  expect(await found({ q: 'e_count' })).toEqual(['100 % of the vote_count']);
  expect(await found({ q: 'e_ount' })).toEqual([]);
});

test('what the story said before does not find it', async () => {
  const saved = await draft(world.id, { headline: 'Formerly called Zanzibar', slug: 'an-island' });
  await rewrite(saved, world.id, { headline: 'Now called Pemba' });
  expect(await found({ q: 'zanzibar' })).toEqual([]);
  expect(await found({ q: 'pemba' })).toEqual(['Now called Pemba']);
});

test('section, author and state narrow it, each counted by state', async () => {
  const { id: authorId } = good(await addGuest(desk, 'Ana Marković'));
  const bylines = [{ authorId, role: 'by' }];
  const signed = await draft(sport.id, { headline: 'Signed', bylines });
  const live = await draft(sport.id, { headline: 'Signed and live', bylines });
  await publish(live);
  await draft(sport.id, { headline: 'By nobody' });
  good(await submitStory(desk, signed));
  expect(await found({ section: sport.id })).toHaveLength(3);
  expect(await found({ author: authorId })).toHaveLength(2);
  expect(await found({ author: authorId, state: 'in review' })).toEqual(['Signed']);
  expect(await found({ q: 'markovic' })).toHaveLength(2);
  const { states, total } = good(
    await deskStories(desk, { filter: { section: sport.id, state: 'live' } }),
  );
  expect(total).toBe(1);
  expect(states).toEqual({ draft: 1, 'in review': 1, live: 1 });
});

test('days are days of the newsroom, and what has no such moment is not in the list of it', async () => {
  const here = await section();
  clock.forward(24 * 3_600_000);
  const saved = await draft(here.id, { headline: 'On the 24th' });
  await publish(saved);
  await draft(here.id, { headline: 'Never published' });
  const on = (from: string, until: string, by?: Filter['by']) =>
    found({ section: here.id, from, until, ...(by ? { by } : {}) });
  expect(await on('2026-11-24', '2026-11-24')).toHaveLength(2);
  expect(await on('2026-11-24', '2026-11-24', 'published')).toEqual(['On the 24th']);
  expect(await on('2026-11-25', '2026-11-30')).toEqual([]);
  expect(await on('2026-11-01', '2026-11-23')).toEqual([]);
});

test('an address that was tampered with filters by what makes sense in it', () => {
  expect(
    filterOf({
      q: ' a  b ',
      state: 'livid',
      section: "x' or 1=1",
      author: ['a', 'b'],
      from: '2026-02-31',
      until: '2026-02-28',
      by: 'due',
      order: 'oldest',
      more: 'x',
    }),
  ).toEqual({ q: 'a b', until: '2026-02-28', by: 'due', order: 'oldest' });
});

test('stories that were written before there was a list are listed at the next start', async () => {
  const saved = await draft(world.id, { headline: 'From an older edition' });
  await transaction(async (tx) => {
    await tx.delete(deskList).where(eq(deskList.storyId, saved.storyId));
  });
  expect(await found({ q: 'older edition' })).toEqual([]);
  expect(await listUnlisted()).toBe(1);
  expect(await listUnlisted()).toBe(0);
  expect(await found({ q: 'older edition' })).toEqual(['From an older edition']);
});

/** Moves that may be refused: the list must be right whether they are or not. */
const MOVES = [
  'save',
  'submit',
  'take back',
  'approve',
  'unapprove',
  'publish',
  'withdraw',
  'schedule',
  'cancel',
  'wait',
] as const;

test('whatever is done with a story, the list says what the rows about it say', async () => {
  const hour = 3_600_000;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MOVES), { maxLength: 14 }), async (moves) => {
      const place = await section();
      let saved = await draft(place.id);
      for (const move of moves) {
        const named = { storyId: saved.storyId, revisionId: saved.revisionId };
        const at = new Date(clock.at.getTime() + hour).toISOString();
        if (move === 'save') saved = await rewrite(saved, place.id, { headline: `At ${at}` });
        if (move === 'submit') await submitStory(desk, named);
        if (move === 'take back') await takeBackStory(desk, named);
        if (move === 'approve') await approveStory(desk, named);
        if (move === 'unapprove') await takeApprovalBack(desk, named);
        if (move === 'publish') await publish(named).catch(() => undefined);
        if (move === 'withdraw') await withdraw(named).catch(() => undefined);
        if (move === 'schedule') await scheduleStory(desk, { ...named, at });
        if (move === 'cancel') await cancelSchedule(desk, named);
        if (move === 'wait') {
          clock.forward(2 * hour);
          await publishDue();
        }
        const [row] = good(await deskStories(desk, { filter: { section: place.id } })).rows;
        const [listed] = await read
          .select({ state: deskList.state, head: deskList.headId, due: deskList.dueAt })
          .from(deskList)
          .where(eq(deskList.storyId, saved.storyId));
        expect(listed).toEqual({
          state: row?.state,
          head: row?.revisionId,
          due: row?.due?.at ?? null,
        });
      }
    }),
    { numRuns: 25 },
  );
});
