import { and, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { generateSecret, verifySync } from 'otplib';
import { recordAudit } from '#db/audit.ts';
import { recoveryCodes, secondFactors } from '#db/schema/people.ts';
import type { Reader, Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { keyedDigest, openSecret, sealSecret } from '#lib/secret-box.ts';

const CODES = 10;
/** A clock that is half a minute wrong is common, one that is a minute wrong is not. */
const TOLERANCE_SECONDS = 30;

/** A new secret for an app, good once a code has confirmed it. Takes the place of an unconfirmed one. */
export async function newSecret(tx: Tx, personId: string): Promise<string> {
  const secret = generateSecret();
  const values = {
    secret: sealSecret('second-factor', secret, personId),
    createdAt: now(),
    confirmedAt: null,
    lastStep: 0,
  };
  await tx
    .insert(secondFactors)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: secondFactors.personId, set: values });
  return secret;
}

/** True if this person has an app whose codes are asked for. */
export async function hasApp(from: Reader, personId: string): Promise<boolean> {
  const rows = await from
    .select({ personId: secondFactors.personId })
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt)));
  return rows.length > 0;
}

/** Confirms the app that is being set up by its first code. */
export async function confirmApp(tx: Tx, personId: string, code: string): Promise<boolean> {
  const step = await stepOf(tx, personId, code);
  if (step === null) return false;
  const confirmed = await tx
    .update(secondFactors)
    .set({ confirmedAt: now(), lastStep: step })
    .where(and(eq(secondFactors.personId, personId), isNull(secondFactors.confirmedAt)))
    .returning({ personId: secondFactors.personId });
  return confirmed.length > 0;
}

/** Takes a code of the app or a recovery code. What was taken once is not taken again. */
export async function takeCode(tx: Tx, personId: string, typed: string): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, '').toLowerCase();
  return /^\d{6}$/.test(code) ? takeAppCode(tx, personId, code) : takeRecovery(tx, personId, code);
}

async function takeAppCode(tx: Tx, personId: string, code: string): Promise<boolean> {
  const step = await stepOf(tx, personId, code);
  if (step === null) return false;
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.personId, personId),
        isNotNull(secondFactors.confirmedAt),
        lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ personId: secondFactors.personId });
  return taken.length > 0;
}

/** The half minute that a code is of, or null if it is none of this person's. */
async function stepOf(tx: Tx, personId: string, code: string): Promise<number | null> {
  const [factor] = await tx
    .select({ secret: secondFactors.secret })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId));
  if (!factor) return null;
  const found = verifySync({
    secret: openSecret('second-factor', factor.secret, personId),
    token: code,
    epoch: Math.floor(now().getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}

async function takeRecovery(tx: Tx, personId: string, code: string): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.digest, keyedDigest('recovery', code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ personId: recoveryCodes.personId });
  if (taken.length === 0) return false;
  await recordAudit(tx, {
    actor: `staff:${personId}`,
    act: 'person.use-recovery-code',
    noun: 'person',
    thingId: personId,
  });
  return true;
}

/** New recovery codes in place of the old ones, as they are shown once: "7k2m-9f4x-0qzt". */
export async function newRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  const codes = Array.from({ length: CODES }, () => newId().slice(0, 12));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, digest: keyedDigest('recovery', code) })));
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

export async function recoveryCodesLeft(from: Reader, personId: string): Promise<number> {
  const [row] = await from
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Takes the app and its recovery codes away. False if there was none. */
export async function removeApp(tx: Tx, personId: string): Promise<boolean> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  const removed = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.personId, personId))
    .returning({ confirmedAt: secondFactors.confirmedAt });
  return removed.some((row) => row.confirmedAt !== null);
}
