import { identityTransaction } from '#db/identity.ts';
import { transaction } from '#db/store.ts';
import { forgetAfterLetter, forgetUnused } from '#features/addresses/forgetting.ts';
import type { Letters } from '#features/addresses/letter-kinds.ts';
import { type NewLetter, queueLetter } from '#features/addresses/letters.ts';
import { sweepLetterLinks } from '#features/addresses/links.ts';
import { identitiesOf, identityOf } from '#features/addresses/queries.ts';
import {
  commentForLetters,
  decisionOf,
  wishOf,
  writersOf,
} from '#features/letters/internal/comments.ts';
import { endWishes, eraseTexts } from '#features/letters/internal/erasing.ts';
import { identitiesOnHold } from '#features/letters/internal/held-back.ts';
import {
  decidedLetterId,
  writeAnswered,
  writeConfirm,
  writeDecided,
  writeDisclosure,
  writeOwnData,
} from '#features/letters/internal/written.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';

const DAY_MS = 24 * 3_600_000;
/** A decision that is taken back within it is told to nobody. */
const SECOND_THOUGHTS_MS = 5 * 60_000;

/**
 * Queues what follows from comments that were sent. It may come twice: what is queued has an id that
 * says what it is about. Whether anybody may be written to is seen when it is sent.
 */
export async function lettersAfterPosts(commentIds: readonly string[]): Promise<void> {
  const { keep } = (await siteSettings()).addresses;
  if (keep === 'none') return;
  const writers = await writersOf(commentIds);
  const identities = await identitiesOf(writers.map((one) => one.commenterId));
  const letters = writers.flatMap(({ commentId, commenterId }): NewLetter[] => {
    const identityId = identities.get(commenterId);
    if (!identityId) return [];
    const id = `confirm ${commentId}`;
    return [{ id, kind: 'confirm', payload: { commentId }, to: { identityId } }];
  });
  if (letters.length === 0) return;
  await identityTransaction(async (tx) => {
    for (const letter of letters) await queueLetter(tx, letter);
  });
}

/** The same for a comment that was decided about. */
export async function lettersAfterDecision(commentId: string): Promise<void> {
  const { keep } = (await siteSettings()).addresses;
  const comment = keep === 'notify' ? await commentForLetters(commentId) : null;
  if (!comment) return;
  const decision = await decisionOf(commentId);
  if (decision && decision.verdict === comment.state && (await wishOf(commentId))) {
    await queueFor(comment.commenterId, SECOND_THOUGHTS_MS, (to) => ({
      id: decidedLetterId(decision.id),
      kind: 'comment-decided',
      payload: { commentId },
      to,
    }));
  }
  const parent = comment.parentId ? await commentForLetters(comment.parentId) : null;
  if (!comment.shown || !parent || parent.commenterId === comment.commenterId) return;
  if (await wishOf(parent.id)) {
    await queueFor(parent.commenterId, SECOND_THOUGHTS_MS, (to) => ({
      id: `answered ${commentId}`,
      kind: 'comment-answered',
      payload: { commentId, parentId: parent.id },
      to,
    }));
  }
}

type Queued = Parameters<typeof queueLetter>[1];

/** Nothing for the staff, and for whoever commented when no address was asked for. */
async function queueFor(
  commenterId: string | null,
  delay: number,
  letter: (to: { identityId: string }) => Queued,
): Promise<void> {
  const identityId = commenterId && (await identityOf(commenterId));
  if (!identityId) return;
  const dueAt = new Date(now().getTime() + delay);
  await identityTransaction((tx) => queueLetter(tx, { ...letter({ identityId }), dueAt }));
}

/**
 * What each kind of letter says, as everything stands when it is sent; null if there is nothing to say
 * any more. Asked by the mailer alone.
 */
export const LETTERS: Letters = {
  confirm: writeConfirm,
  'comment-answered': writeAnswered,
  'comment-decided': writeDecided,
  'own-data': writeOwnData,
  disclosure: writeDisclosure,
};

/** Forgets addresses whose time is over, as the site is set now. Returns how many. */
export async function forgetAddresses(): Promise<number> {
  const { keep, days } = (await siteSettings()).addresses;
  const at = now().getTime();
  const held = await identitiesOnHold();
  switch (keep) {
    case 'none':
      return forgetUnused(new Date(at + DAY_MS), held);
    case 'verify':
      return forgetAfterLetter('confirm', new Date(at - DAY_MS), held);
    case 'notify':
      return forgetUnused(new Date(at - days * DAY_MS), held);
  }
}

const BATCH = 200;

/** Takes away once more what people had erased, after an older state was brought back. */
export async function eraseTextsUnder(names: readonly string[]): Promise<number> {
  let erased = 0;
  for (let at = 0; at < names.length; at += BATCH) {
    const some = names.slice(at, at + BATCH);
    erased += await transaction(async (tx) => {
      await endWishes(tx, some);
      return eraseTexts(tx, some);
    });
  }
  return erased;
}

/** Takes away links that nobody can use any more. */
export async function sweepLinksOfLetters(): Promise<void> {
  await identityTransaction(sweepLetterLinks);
}
