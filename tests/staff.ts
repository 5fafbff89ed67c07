import type { Staff } from '#features/people/actor.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { staffOfSession } from '#features/people/queries.ts';
import { signIn } from '#features/people/signing-in.ts';
import { newId } from '#lib/ids.ts';
import { good } from '#tests/results.ts';

export const PASSWORD = 'correct horse battery staple';

/** A session by password, for who has no app. */
export async function signedIn(email: string, password = PASSWORD) {
  const entered = good(await signIn({ email, password }, { place: newId() }));
  if (entered.step !== 'open') throw new Error('a code is asked for');
  return entered;
}

/** A member of staff who has a password, and is signed in. */
export async function employed(
  role = 'reporter',
): Promise<{ id: string; email: string; sessionId: string; actor: Staff }> {
  const email = `${newId()}@newsroom.example`;
  const name = `Worker ${newId().slice(0, 6)}`;
  const { id } = good(await addPerson(system('test'), { name, email, role, password: PASSWORD }));
  const { sessionId } = await signedIn(email);
  return { id, email, sessionId, actor: await actorOf(sessionId) };
}

export async function actorOf(sessionId: string): Promise<Staff> {
  const actor = await staffOfSession(sessionId);
  if (!actor) throw new Error('the session has ended');
  return actor;
}
