import { eq, inArray, like, or } from 'drizzle-orm';
import { authors, grants, people } from '#db/schema/people.ts';
import { sections } from '#db/schema/site.ts';
import type { Tx } from '#db/store.ts';
import type { Role } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { slugify } from '#lib/paths.ts';
import { type Refusal, refuse } from '#lib/result.ts';

export type NewPerson = {
  name: string;
  email: string;
  role: Role;
  passwordHash: string | null;
  bio?: string;
  handle?: string;
  sample?: boolean;
};

/** The account, its role, and the author that bylines can name. Null if the address is taken. */
export async function insertPerson(tx: Tx, input: NewPerson): Promise<string | null> {
  const id = newId();
  const createdAt = now();
  const sample = input.sample ?? false;
  const inserted = await tx
    .insert(people)
    .values({
      id,
      name: input.name,
      email: input.email,
      passwordHash: input.passwordHash,
      sample,
      createdAt,
    })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (inserted.length === 0) return null;
  await tx
    .insert(grants)
    .values({ id: newId(), personId: id, role: input.role, sectionId: null, createdAt });
  await insertAuthor(tx, { ...input, sample, personId: id });
  return id;
}

/** An account for who is to come, without a name and so without an author. Null if it is taken. */
export async function insertInvited(
  tx: Tx,
  { email, role, sectionId }: { email: string; role: Role; sectionId: string | null },
): Promise<string | null> {
  const id = newId();
  const createdAt = now();
  const inserted = await tx
    .insert(people)
    .values({ id, name: '', email, invited: true, createdAt })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (inserted.length === 0) return null;
  await tx.insert(grants).values({ id: newId(), personId: id, role, sectionId, createdAt });
  return id;
}

/** True if each of these is a section, or (null) the whole site. */
export async function sectionsExist(tx: Tx, ids: readonly (string | null)[]): Promise<boolean> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return true;
  const rows = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(inArray(sections.id, wanted));
  return rows.length === wanted.length;
}

export function emailTaken(): Refusal {
  const why = 'Somebody on the staff has this address already.';
  return refuse('conflict', why, { email: why });
}

/** A byline's author; without a person it is a guest. Returns its id. */
export async function insertAuthor(
  tx: Tx,
  input: { name: string; handle?: string; bio?: string; sample?: boolean; personId: string | null },
): Promise<string> {
  const id = newId();
  await tx.insert(authors).values({
    id,
    handle: await freeHandle(tx, input.handle ?? (slugify(input.name) || 'author')),
    name: input.name,
    bio: input.bio ?? '',
    personId: input.personId,
    sample: input.sample ?? false,
    createdAt: now(),
  });
  return id;
}

async function freeHandle(tx: Tx, wanted: string): Promise<string> {
  const taken = await tx
    .select({ handle: authors.handle })
    .from(authors)
    .where(or(eq(authors.handle, wanted), like(authors.handle, `${wanted}-%`)));
  const handles = new Set(taken.map((row) => row.handle));
  let handle = wanted;
  for (let n = 2; handles.has(handle); n += 1) handle = `${wanted}-${n}`;
  return handle;
}
