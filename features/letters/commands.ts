import { inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { comments } from '#db/schema/comments.ts';
import { transaction } from '#db/store.ts';
import { changeConsent, consentOf } from '#features/addresses/consents.ts';
import { eraseIdentity } from '#features/addresses/erasing.ts';
import { forgetAddressOf } from '#features/addresses/forgetting.ts';
import { queueLetter, sealTyped, waitingLetters } from '#features/addresses/letters.ts';
import { letterLinkHolder, mintLetterLink, takeLetterLink } from '#features/addresses/links.ts';
import { namesOf } from '#features/addresses/queries.ts';
import { oneHeldBecause } from '#features/holds/queries.ts';
import { AskInput, EraseInput, LettersInput } from '#features/letters/input.ts';
import { endWishes, eraseTexts } from '#features/letters/internal/erasing.ts';
import { identitiesOnHold } from '#features/letters/internal/held-back.ts';
import { mayAsk } from '#features/letters/internal/limits.ts';
import { actorName, VISITOR } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const NO_LINK = 'This link is of no use any more: it was used, or its time is over.';
const TOO_MANY = 'Too many people ask at the moment. Please try again in an hour.';
const MOST_WAITING = 2_000;
/** Within it, ending letters once more is the same wish. */
const PRESSED_AGAIN_MS = 3_600_000;

/**
 * Leaves it to the mailer to find out whether the address is known and to send the link. The answer is
 * the same for every address, and so is the work.
 */
export async function askForHeld(
  input: unknown,
  { place = 'unknown' }: { place?: string } = {},
): Promise<Result<null>> {
  const parsed = AskInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (!mayAsk(place)) {
    return refuse(
      'limited',
      'Too many links were asked for from your network. Please wait an hour.',
    );
  }
  const to = await sealTyped(parsed.data.email);
  return identityTransaction(async (tx) => {
    if ((await waitingLetters(tx, 'own-data')) >= MOST_WAITING) return refuse('limited', TOO_MANY);
    await queueLetter(tx, { kind: 'own-data', payload: {}, to, first: true });
    return ok(null);
  });
}

/** The address is whose it was said to be: letters that were asked for may go to it. */
export async function confirmAddress(token: string): Promise<Result<null>> {
  const done = await identityTransaction(async (tx): Promise<Result<{ anew: boolean }>> => {
    const holder = await letterLinkHolder(tx, token, 'confirm');
    if (!holder) return refuse('missing', NO_LINK);
    const { confirmedAt, refusedAt } = await consentOf(tx, holder.identityId);
    await changeConsent(tx, holder.identityId, { confirmedAt: now(), refusedAt: null });
    return ok({ anew: confirmedAt === null || refusedAt !== null });
  });
  if (!done.ok) return done;
  if (done.value.anew) await recordWish('commenter.confirm');
  return ok(null);
}

/** Ends letters for now, for ever, or takes that back. What is not written to is not kept either. */
export async function changeLetters(token: string, input: unknown): Promise<Result<null>> {
  const parsed = LettersInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { act } = parsed.data;
  const holder = await letterLinkHolder(readIdentity(), token, 'unsubscribe');
  if (!holder) return refuse('missing', NO_LINK);
  const { identityId } = holder;
  const wish = await identityTransaction(async (tx) => {
    const { confirmedAt, endedAt, refusedAt } = await consentOf(tx, identityId);
    if (act === 'allow') {
      await changeConsent(tx, identityId, { refusedAt: null });
      return refusedAt === null ? null : 'commenter.allow-letters';
    }
    // Who never confirmed and wants it to end did not ask for it to begin.
    const never = act === 'refuse' || confirmedAt === null;
    await changeConsent(tx, identityId, {
      endedAt: now(),
      ...(never ? { refusedAt: now() } : {}),
    });
    if (never) return refusedAt === null ? 'commenter.refuse-letters' : null;
    const before = endedAt?.getTime() ?? 0;
    return now().getTime() - before > PRESSED_AGAIN_MS ? 'commenter.end-letters' : null;
  });
  if (wish) await recordWish(wish);
  const kept = (await identitiesOnHold()).includes(identityId);
  if (act !== 'allow' && !kept) await forgetAddressOf(identityId);
  return ok(null);
}

/** That somebody did it, and neither who nor about which comment. A link that is pressed again adds nothing. */
async function recordWish(act: string): Promise<void> {
  await transaction((tx) =>
    recordAudit(tx, {
      actor: actorName(VISITOR),
      act,
      noun: 'commenter',
      thingId: 'somebody',
    }),
  );
}

/** Uses the mailed link up, for another that is good for an hour. */
export async function openHeld(token: string): Promise<Result<{ token: string }>> {
  return identityTransaction(async (tx) => {
    const taken = await takeLetterLink(tx, token, 'open');
    if (!taken) return refuse('missing', NO_LINK);
    return ok({ token: await mintLetterLink(tx, 'held', taken) });
  });
}

/**
 * Forgets a person: what was written first, if it is to go, because the link is gone with the address
 * and could not be used again to finish. A comment that the law holds keeps all of it.
 */
export async function eraseHeld(token: string, input: unknown): Promise<Result<null>> {
  const holder = await letterLinkHolder(readIdentity(), token, 'held');
  if (!holder) return refuse('missing', NO_LINK);
  const parsed = EraseInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { texts } = parsed.data;
  const names = await namesOf(holder.identityId);
  const written = await transaction(async (tx): Promise<Result<null>> => {
    const rows = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(inArray(comments.commenterId, names));
    const ids = rows.map((row) => row.id);
    if (await oneHeldBecause(tx, 'comment', ids)) {
      return refuse(
        'illegal',
        'A court or an authority asked us to keep one of your comments as it is. Until that ends nothing can be erased. Please ask again later, or write to the newsroom.',
      );
    }
    if (texts === 'removed') await eraseTexts(tx, names);
    await endWishes(tx, names);
    await recordAudit(tx, {
      actor: actorName(VISITOR),
      act: 'commenter.erase',
      noun: 'commenter',
      thingId: 'somebody',
      payload: { texts, comments: ids.length },
    });
    return ok(null);
  });
  if (!written.ok) return written;
  await eraseIdentity({ identityId: holder.identityId, texts });
  return ok(null);
}
