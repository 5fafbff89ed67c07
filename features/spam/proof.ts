import { createChallenge, verifySolution } from 'altcha-lib/v1';
import type { Challenge } from 'altcha-lib/v1/types';
import { z } from 'zod';
import type { Signals } from '#features/spam/words.ts';
import { now } from '#lib/clock.ts';
import { randomSalt } from '#lib/ids.ts';
import { keyFor } from '#lib/keys.ts';
import { onePerProcess } from '#lib/singleton.ts';

/** Half as many digests on average: under a second for a browser, a day for who sends 100,000. */
const MOST_WORK = 60_000;
/** Whoever opens the form in the morning may send it in the evening. */
const HOLDS_MS = 12 * 3600_000;
const REMEMBERED = 20_000;

const used = onePerProcess('used-proofs', () => new Map<string, number>());

/** Work for a browser while its reader types. It names nobody, and only this site can have made it. */
export function newChallenge(): Promise<Challenge> {
  const issued = now();
  return createChallenge({
    hmacKey: key(),
    maxnumber: MOST_WORK,
    number: randomSalt(4).readUInt32BE() % MOST_WORK,
    salt: randomSalt(12).toString('hex'),
    params: { issued: String(issued.getTime()) },
    expires: new Date(issued.getTime() + HOLDS_MS),
  });
}

const Payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().max(64),
  number: z.int().min(0).max(MOST_WORK),
  salt: z.string().max(200),
  signature: z.string().max(64),
});

/** What a form tells of how it was filled in. */
export async function signalsOf(sent: { website: string; proof: string }): Promise<Signals> {
  return { trap: sent.website !== '', ...(await judgeProof(sent.proof)) };
}

/** What a form's proof says of who sent it. Without script there is none, and that is no fault. */
export async function judgeProof(sent: string): Promise<Pick<Signals, 'proof' | 'seconds'>> {
  if (sent === '') return { proof: 'none', seconds: null };
  const payload = decoded(sent);
  // Its own look at the clock is switched off: the moment comes from here.
  if (!payload || !(await verifySolution(payload, key(), false))) {
    return { proof: 'wrong', seconds: null };
  }
  const issued = Number(new URLSearchParams(payload.salt.split('?')[1]).get('issued'));
  const passed = now().getTime() - issued;
  if (passed < 0 || passed > HOLDS_MS || !isFirst(payload.challenge)) {
    return { proof: 'none', seconds: null };
  }
  return { proof: 'done', seconds: passed / 1000 };
}

function decoded(sent: string): z.infer<typeof Payload> | null {
  try {
    return Payload.parse(JSON.parse(Buffer.from(sent, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

/** Each counts once: work that was done one time says nothing about a second comment. */
function isFirst(challenge: string): boolean {
  const at = now().getTime();
  for (const [known, since] of used) {
    if (since + HOLDS_MS > at && used.size < REMEMBERED) break;
    used.delete(known);
  }
  if (used.has(challenge)) return false;
  used.set(challenge, at);
  return true;
}

function key(): string {
  return keyFor('proof-of-work').toString('hex');
}
