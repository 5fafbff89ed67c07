import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { privacyProofs } from '#db/schema/proofs.ts';
import { transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { ProofInput } from '#features/proof/input.ts';
import { can } from '#features/proof/policy.ts';
import { proofTag } from '#features/proof/tags.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Keeps what a proof found, good or bad: readers are told the last one. */
export async function recordProof(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const verdict = can(actor, 'record');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = ProofInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const proof = parsed.data;
  return transaction(async (tx) => {
    const id = newId();
    await tx.insert(privacyProofs).values({ id, madeAt: now(), ...proof });
    await touch(tx, [proofTag()]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'proof.make',
      noun: 'proof',
      thingId: id,
      payload: proof,
    });
    return ok({ id });
  });
}
