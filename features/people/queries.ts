import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { authors, grants, people, sessions } from '#db/schema/people.ts';
import { type Reader, read } from '#db/store.ts';
import type { Actor, Grant, Staff } from '#features/people/actor.ts';
import { can } from '#features/people/policy.ts';
import { authorTag } from '#features/people/tags.ts';
import type { AuthorView, StaffView } from '#features/people/views.ts';
import { keepUntilTouched, oncePerPage } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';
import { authorPath } from '#lib/paths.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** The person behind a session that has not ended, with the grants of this very moment. */
export async function staffOfSession(sessionId: string): Promise<Staff | null> {
  const [row] = await read
    .select({ id: people.id, name: people.name, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), isNull(people.deactivatedAt)));
  if (!row || row.expiresAt <= now()) return null;
  return { type: 'staff', id: row.id, name: row.name, grants: await grantsOf(read, row.id) };
}

async function grantsOf(from: Reader, personId: string): Promise<Grant[]> {
  return from
    .select({ role: grants.role, sectionId: grants.sectionId })
    .from(grants)
    .where(eq(grants.personId, personId));
}

/** True once somebody can sign in and manage the staff; until then there is a set-up link. */
export async function hasAdministrator(from: Reader = read): Promise<boolean> {
  const rows = await from
    .select({ id: people.id })
    .from(people)
    .innerJoin(grants, eq(grants.personId, people.id))
    .where(
      and(
        eq(grants.role, 'admin'),
        isNull(people.deactivatedAt),
        sql`${people.passwordHash} is not null`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** All staff accounts, for those who manage them. The only view that has their email addresses. */
export async function staffList(actor: Actor): Promise<Result<StaffView[]>> {
  const verdict = can(actor, 'see staff');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const rows = await read
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      createdAt: people.createdAt,
      deactivatedAt: people.deactivatedAt,
      role: grants.role,
    })
    .from(people)
    .leftJoin(grants, eq(grants.personId, people.id))
    .orderBy(asc(people.name), asc(people.id));
  const byId = new Map<string, StaffView>();
  for (const { role, ...person } of rows) {
    const known = byId.get(person.id) ?? { ...person, roles: [] };
    if (role) known.roles.push(role);
    byId.set(person.id, known);
  }
  return ok([...byId.values()]);
}

/** The author page's head, by handle. */
export const author = oncePerPage(async (handle: string): Promise<AuthorView | null> => {
  const [row] = await read
    .select({ id: authors.id, handle: authors.handle, name: authors.name, bio: authors.bio })
    .from(authors)
    .where(eq(authors.handle, handle));
  keepUntilTouched(authorTag(row?.id ?? 'none'));
  return row ? { ...row, path: authorPath(row.handle) } : null;
});

/** Whom a byline can name, for the desk's picker. */
export async function bylineAuthors(): Promise<{ id: string; name: string; guest: boolean }[]> {
  const rows = await read
    .select({ id: authors.id, name: authors.name, personId: authors.personId })
    .from(authors)
    .orderBy(asc(authors.name), asc(authors.id));
  return rows.map(({ personId, ...row }) => ({ ...row, guest: personId === null }));
}

/** The author row of a member of staff: whose byline a new story begins with. */
export async function authorOfPerson(personId: string): Promise<string | null> {
  const [row] = await read
    .select({ id: authors.id })
    .from(authors)
    .where(eq(authors.personId, personId));
  return row?.id ?? null;
}

/** Names of staff by id, for lists that say who did something. */
export async function staffNames(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Everybody who can sign in, with what they may do. */
export async function activeStaff(from: Reader = read): Promise<Staff[]> {
  const rows = await from
    .select({
      id: people.id,
      name: people.name,
      role: grants.role,
      sectionId: grants.sectionId,
    })
    .from(people)
    .innerJoin(grants, eq(grants.personId, people.id))
    .where(isNull(people.deactivatedAt))
    .orderBy(asc(people.name), asc(people.id));
  const byId = new Map<string, { id: string; name: string; grants: Grant[] }>();
  for (const { id, name, role, sectionId } of rows) {
    const known = byId.get(id) ?? { id, name, grants: [] };
    known.grants.push({ role, sectionId });
    byId.set(id, known);
  }
  return [...byId.values()].map((person) => ({ type: 'staff', ...person }));
}
