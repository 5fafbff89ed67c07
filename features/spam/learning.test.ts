import { count, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { spamLessons, spamPlaces, spamTotals } from '#db/schema/spam.ts';
import { read, transaction } from '#db/store.ts';
import { approveComment, rejectComment, undoDecision } from '#features/comments/commands.ts';
import { system } from '#features/people/actor.ts';
import { learnFrom } from '#features/spam/jobs.ts';
import { scoreSpam } from '#features/spam/queries.ts';
import { forgetLesson } from '#features/spam/redaction.ts';
import { type Discussed, discussedStory, judgeable, posted } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';

const MODERATOR = system('test');

let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

/** A comment that a moderator decided about, and from which the filter learned. */
async function taught(text: string, kind: 'ham' | 'spam' | 'insult'): Promise<string> {
  const { commentId } = await posted(story.storyId, { text });
  const judged = await judgeable(commentId, 'waiting');
  if (kind === 'ham') good(await approveComment(MODERATOR, judged));
  else good(await rejectComment(MODERATOR, { ...judged, rule: kind }));
  await learnFrom(commentId);
  clock.forward(1_000);
  return commentId;
}

async function undo(commentId: string, state: 'approved' | 'rejected'): Promise<void> {
  good(await undoDecision(MODERATOR, await judgeable(commentId, state)));
  await learnFrom(commentId);
  clock.forward(1_000);
}

async function known() {
  const [totals] = await read.select().from(spamTotals);
  const places = await read.select().from(spamPlaces);
  const counted = places.filter(({ spam, ham }) => spam + ham > 0);
  return {
    spam: totals?.spam ?? 0,
    ham: totals?.ham ?? 0,
    places: counted
      .map(({ place, spam, ham }) => ({ place, spam, ham }))
      .toSorted((one, other) => one.place - other.place),
  };
}

const score = async (text: string) => (await scoreSpam({ text, name: 'Dana K.' })).score;

test('before anybody decided it tells an advertisement from a thought', async () => {
  expect((await scoreSpam({ text: 'Casino bonus, free spins!', name: 'x' })).verdict).toBe('spam');
  expect(await score('Why did the council not ask those who live there?')).toBeLessThan(0.2);
});

test('what moderators call spam is spam the next time, and it says which words counted', async () => {
  const offer = (n: number) => `Zorbulin tablets help everybody, number ${n}`;
  const before = await score(offer(0));
  for (let n = 1; n <= 8; n += 1) await taught(offer(n), 'spam');
  const after = await scoreSpam({ text: offer(9), name: 'Dana K.' });
  expect(after.score).toBeGreaterThan(before);
  expect(after.verdict).toBe('spam');
  const clue = after.because.find(({ shown }) => shown.includes('Zorbulin'));
  expect(clue).toMatchObject({ towards: 'spam', spam: 8, ham: 0 });
});

test('what they approve is not, whatever it looked like', async () => {
  const words = (n: number) => `The casino in our street closes, and nobody plays slots, ${n}`;
  const before = await score(words(0));
  for (let n = 1; n <= 8; n += 1) await taught(words(n), 'ham');
  expect(await score(words(9))).toBeLessThan(before);
});

test('an insult is rejected and teaches nothing about spam', async () => {
  const before = await known();
  await taught('You are all idiots here', 'insult');
  expect(await known()).toEqual(before);
});

test('a decision that is taken back is unlearned, and one that is turned around is turned around', async () => {
  const before = await known();
  const commentId = await taught('Buy qwertzium online today', 'spam');
  const learned = await known();
  expect(learned.spam).toBe(before.spam + 1);
  await undo(commentId, 'rejected');
  expect(await known()).toEqual(before);
  good(await approveComment(MODERATOR, await judgeable(commentId, 'waiting')));
  await learnFrom(commentId);
  expect(await known()).toMatchObject({ spam: before.spam, ham: before.ham + 1 });
  await undo(commentId, 'approved');
  expect(await known()).toEqual(before);
});

test('an event that comes twice teaches once, at the same moment too', async () => {
  const commentId = await taught('Cheap flurbs for sale', 'spam');
  const once = await known();
  await learnFrom(commentId);
  await Promise.all([learnFrom(commentId), learnFrom(commentId)]);
  expect(await known()).toEqual(once);
});

test('what is about to be blanked is forgotten first, and none of its words stand in what was learned', async () => {
  const before = await known();
  const commentId = await taught('Anna Marked lives at number 5', 'ham');
  const rows = JSON.stringify([
    await read.select().from(spamPlaces),
    await read.select().from(spamLessons),
    await read.select().from(spamTotals),
  ]);
  expect(rows).not.toMatch(/marked|anna|lives/i);
  await transaction((tx) => forgetLesson(tx, commentId));
  expect(await known()).toEqual(before);
  const [left] = await read
    .select({ lessons: count() })
    .from(spamLessons)
    .where(eq(spamLessons.commentId, commentId));
  expect(left?.lessons).toBe(0);
});
