import { eq } from 'drizzle-orm';
import { grants } from '#db/schema/people.ts';
import { transaction } from '#db/store.ts';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { authorOfPerson, staffOfSession } from '#features/people/queries.ts';
import { signIn } from '#features/people/signing-in.ts';
import { newId } from '#lib/ids.ts';
import type { Person } from '#tests/permissions/others.ts';
import { good } from '#tests/results.ts';

/** An account of the staff; `authorId` is how they stand in a byline. */
export type Hired = { id: string; email: string; password: string; authorId: string };
export type Somebody = { actor: Actor; authorId: string };
export type Sections = { here: string; elsewhere: string };

const PASSWORD = 'seven unlikely herons';

/** Makes the account of a person of the table, with exactly their role. */
export async function hired(
  person: Exclude<Person, 'nobody signed in'>,
  sections: Sections,
): Promise<Hired> {
  const [role = ''] = person.split(' ');
  const email = `${newId()}@permissions.example`;
  const { id } = good(
    await addPerson(system('test'), {
      name: person,
      email,
      role: person === 'somebody without a role' ? 'reporter' : (role as Role),
      password: PASSWORD,
    }),
  );
  await limit(id, person, sections);
  return { id, email, password: PASSWORD, authorId: (await authorOfPerson(id)) ?? '' };
}

/** A member of staff as a request finds them: signed in by a password, read back from the session. */
export async function signedIn(person: Person, sections: Sections): Promise<Somebody> {
  if (person === 'nobody signed in') return { actor: VISITOR, authorId: '' };
  const { email, password, authorId } = await hired(person, sections);
  const opened = good(await signIn({ email, password }, { place: newId(), device: 'test' }));
  const actor = 'sessionId' in opened ? await staffOfSession(String(opened.sessionId)) : null;
  if (!actor) throw new Error(`${person} could not sign in`);
  return { actor, authorId };
}

async function limit(
  personId: string,
  person: Person,
  { here, elsewhere }: Sections,
): Promise<void> {
  await transaction(async (tx) => {
    const mine = eq(grants.personId, personId);
    if (person === 'somebody without a role') await tx.delete(grants).where(mine);
    else if (person.endsWith('of the section'))
      await tx.update(grants).set({ sectionId: here }).where(mine);
    else if (person.endsWith('of another section')) {
      await tx.update(grants).set({ sectionId: elsewhere }).where(mine);
    }
  });
}
