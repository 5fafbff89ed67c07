import { createHash } from 'node:crypto';
import { solveChallenge } from 'altcha-lib/v1';
import { beforeEach, expect, test } from 'vitest';
import { judgeProof, newChallenge } from '#features/spam/proof.ts';
import { holdClock } from '#tests/fixtures.ts';

let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

const HOUR = 3_600_000;

function sent(payload: object): string {
  return Buffer.from(JSON.stringify(payload)).toString('base64');
}

async function solved() {
  const { algorithm, challenge, salt, signature, maxnumber } = await newChallenge();
  const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
  return { algorithm, challenge, salt, signature, number: solution?.number ?? -1 };
}

test('who did the work is known by it, and how long the form was open', async () => {
  const work = await solved();
  clock.forward(42_000);
  expect(await judgeProof(sent(work))).toEqual({ proof: 'done', seconds: 42 });
});

test('without script there is no proof, and nothing is said against it', async () => {
  expect(await judgeProof('')).toEqual({ proof: 'none', seconds: null });
});

test('a second comment with the same work has none', async () => {
  const work = sent(await solved());
  expect((await judgeProof(work)).proof).toBe('done');
  expect((await judgeProof(work)).proof).toBe('none');
});

test('work that is too old, or from a time to come, counts for nothing', async () => {
  const old = sent(await solved());
  clock.forward(12 * HOUR + 1);
  expect((await judgeProof(old)).proof).toBe('none');
  const coming = sent(await solved());
  clock.forward(-HOUR);
  expect((await judgeProof(coming)).proof).toBe('none');
});

test('what was made up is told from what was worked out', async () => {
  const work = await solved();
  const other = work.number === 7 ? 8 : 7;
  const salt = work.salt.replace(/issued=\d+/, 'issued=1');
  const challenge = createHash('sha256').update(`${salt}7`).digest('hex');
  const lies = [
    sent({ ...work, number: other }),
    sent({ ...work, salt }),
    sent({ ...work, salt, challenge, number: 7 }),
    sent({ ...work, signature: '0'.repeat(64) }),
    sent({ ...work, algorithm: 'SHA-1' }),
    sent({ ...work, number: '7' }),
    sent({}),
    sent([]),
    'null',
    'bm90IGpzb24=',
    '%%%',
  ];
  for (const lie of lies) expect([lie, (await judgeProof(lie)).proof]).toEqual([lie, 'wrong']);
  expect((await judgeProof(sent(work))).proof).toBe('done');
});
