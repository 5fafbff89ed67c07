import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { mentions } from '#db/schema/writing.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { Staff } from '#features/people/actor.ts';
import { activeStaff } from '#features/people/queries.ts';
import { type Loaded, mayBeOwn } from '#features/stories/internal/facts.ts';
import { mentionedIn } from '#features/stories/mentioning.ts';
import { can } from '#features/stories/policy.ts';
import { now } from '#lib/clock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** Those of the staff who may take part in what is said about a story. */
export async function readersOf(from: Reader, loaded: Loaded): Promise<Staff[]> {
  const isOwn = await mayBeOwn(from, loaded);
  return (await activeStaff(from)).filter((one) => {
    const policy = { ...loaded.policy, own: isOwn(one.id) };
    return can(one, 'see', policy).ok && can(one, 'discuss', policy).ok;
  });
}

/** Whom a comment calls, besides whoever wrote it. It is refused if it would not reach somebody. */
export async function calledIn(
  tx: Tx,
  text: string,
  loaded: Loaded,
  writer: Staff,
): Promise<Result<string[]>> {
  const called = mentionedIn(text, await activeStaff(tx));
  const readers = await readersOf(tx, loaded);
  const outside = called.find((one) => !readers.some((reader) => reader.id === one.id));
  if (outside) {
    const why = `${outside.name} may not see this story, so a mention would not reach them.`;
    return refuse('invalid', why, { text: why });
  }
  return ok(called.map((one) => one.id).filter((id) => id !== writer.id));
}

/** A comment calls these people and nobody else. Who was called before has seen it, or not, as before. */
export async function callNow(tx: Tx, commentId: string, people: readonly string[]): Promise<void> {
  const ofIt = eq(mentions.commentId, commentId);
  await tx
    .delete(mentions)
    .where(people.length > 0 ? and(ofIt, notInArray(mentions.personId, [...people])) : ofIt);
  if (people.length === 0) return;
  const madeAt = now();
  await tx
    .insert(mentions)
    .values(people.map((personId) => ({ commentId, personId, madeAt })))
    .onConflictDoNothing();
}

/** These comments call nobody any more. */
export async function callNobody(tx: Tx, commentIds: readonly string[]): Promise<void> {
  await tx.delete(mentions).where(inArray(mentions.commentId, [...commentIds]));
}
