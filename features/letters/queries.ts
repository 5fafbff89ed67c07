import { readIdentity } from '#db/identity.ts';
import { consentOf } from '#features/addresses/consents.ts';
import { addressKept } from '#features/addresses/forgetting.ts';
import { letterLinkHolder } from '#features/addresses/links.ts';
import { namesOf } from '#features/addresses/queries.ts';
import { commentsUnder, lettersTo } from '#features/letters/internal/held.ts';
import type { Held, LettersState } from '#features/letters/views.ts';

/** Whether a mailed link still opens what is held. */
export async function opensHeld(token: string): Promise<boolean> {
  return (await letterLinkHolder(readIdentity(), token, 'open')) !== null;
}

/** Everything that is held of whoever opened this link; null if the link is of no use. */
export async function heldBy(token: string): Promise<{ held: Held; until: Date } | null> {
  const holder = await letterLinkHolder(readIdentity(), token, 'held');
  const address = holder && (await addressKept(holder.identityId));
  if (!holder || !address) return null;
  const { identityId, until } = holder;
  const { confirmedAt, endedAt, refusedAt } = await consentOf(readIdentity(), identityId);
  return {
    until,
    held: {
      address: { ...address, confirmed: confirmedAt, ended: endedAt, refused: refusedAt },
      comments: await commentsUnder(await namesOf(identityId)),
      letters: await lettersTo(identityId),
    },
  };
}

/** How it stands with letters to whoever got this link; null if the link is of no use. */
export async function lettersStateBy(
  token: string,
  purpose: 'confirm' | 'unsubscribe',
): Promise<LettersState | null> {
  const holder = await letterLinkHolder(readIdentity(), token, purpose);
  const address = holder && (await addressKept(holder.identityId));
  if (!holder || !address) return null;
  const { confirmedAt, endedAt, refusedAt } = await consentOf(readIdentity(), holder.identityId);
  if (refusedAt) return 'refused';
  if (endedAt && address.lastSeen <= endedAt) return 'ended';
  return confirmedAt ? 'confirmed' : 'unknown';
}
