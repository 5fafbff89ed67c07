import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit } from '#db/outbox.ts';
import { comments } from '#db/schema/comments.ts';
import { disclosures } from '#db/schema/letters.ts';
import { type Tx, transaction } from '#db/store.ts';
import { commentForLaw } from '#features/comments/redaction.ts';
import { AskAddressInput, DecideAddressInput } from '#features/law/input.ts';
import { can } from '#features/law/policy.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const NO_COMMENT = 'There is no such comment.';
const NO_REQUEST = 'There is no such request.';

/** Asks for the address behind a comment. Somebody else has to consent before anything happens. */
export async function askForAddress(
  actor: Actor,
  input: unknown,
): Promise<Result<{ requestId: string }>> {
  const parsed = AskAddressInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { commentId, reason } = parsed.data;
  return transaction(async (tx) => {
    const comment = await commentForLaw(tx, commentId, actor);
    if (!comment) return refuse('missing', NO_COMMENT);
    const verdict = can(actor, 'ask for address');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (!(await hasCommenter(tx, commentId))) {
      return refuse('illegal', 'No address was given with this comment.');
    }
    const [open] = await tx
      .select({ id: disclosures.id })
      .from(disclosures)
      .where(and(eq(disclosures.commentId, commentId), isNull(disclosures.verdict)));
    if (open) return refuse('illegal', 'It is asked for already, and waits for consent.');
    const requestId = newId();
    await tx.insert(disclosures).values({
      id: requestId,
      commentId,
      reason,
      askedBy: actorName(actor),
      askedAt: now(),
    });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.ask-address',
      noun: 'comment',
      thingId: commentId,
      payload: { requestId, reason },
    });
    return ok({ requestId });
  });
}

async function hasCommenter(tx: Tx, commentId: string): Promise<boolean> {
  const [comment] = await tx
    .select({ commenterId: comments.commenterId })
    .from(comments)
    .where(eq(comments.id, commentId));
  return comment?.commenterId != null;
}

/**
 * Consents to a request or refuses it, which takes somebody else than who made it; or takes the own one
 * back. What follows a consent is the mailer's: the address comes by here neither now nor later.
 */
export async function decideAboutAddress(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = DecideAddressInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { requestId, verdict } = parsed.data;
  return transaction(async (tx) => {
    const [request] = await tx.select().from(disclosures).where(eq(disclosures.id, requestId));
    const comment = request && (await commentForLaw(tx, request.commentId, actor));
    if (!request || !comment) return refuse('missing', NO_REQUEST);
    const may = can(actor, 'ask for address');
    if (!may.ok) return refuse('forbidden', may.why);
    const own = request.askedBy === actorName(actor);
    if (verdict === 'taken back' && !own) {
      return refuse('forbidden', 'Only who made the request takes it back.');
    }
    if (verdict !== 'taken back' && own) {
      return refuse('forbidden', 'Somebody else has to decide about your request.');
    }
    const decided = await tx
      .update(disclosures)
      .set({ verdict, decidedBy: actorName(actor), decidedAt: now() })
      .where(and(eq(disclosures.id, requestId), isNull(disclosures.verdict)))
      .returning({ id: disclosures.id });
    if (decided.length === 0) return refuse('illegal', 'It is decided already.');
    if (verdict === 'granted') {
      await emit(tx, { kind: 'address.granted', payload: { requestId } });
    }
    await recordAudit(tx, {
      actor: actorName(actor),
      act: ACTS[verdict],
      noun: 'comment',
      thingId: comment.id,
      payload: { requestId },
    });
    return ok(null);
  });
}

const ACTS = {
  granted: 'comment.grant-address',
  refused: 'comment.refuse-address',
  'taken back': 'comment.take-back-address-request',
} as const;
