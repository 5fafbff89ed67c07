import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { newestFirst } from '#db/dialect.ts';
import {
  authors,
  grants,
  passkeys,
  people,
  secondFactors,
  sessions,
  staffLinks,
} from '#db/schema/people.ts';
import { sections } from '#db/schema/site.ts';
import { type Reader, read } from '#db/store.ts';
import type { Actor, Grant, Staff } from '#features/people/actor.ts';
import { can } from '#features/people/policy.ts';
import { authorTag } from '#features/people/tags.ts';
import type { AuthorView, SessionView, StaffView } from '#features/people/views.ts';
import { rolesWithSecondStep } from '#features/site/queries.ts';
import { keepUntilTouched, oncePerPage } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { authorPath } from '#lib/paths.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/**
 * The person behind a session that has not ended, with the grants of this very moment. Who has to
 * prove more than a password, and has not, may do nothing until then.
 */
export async function staffOfSession(sessionId: string): Promise<Staff | null> {
  const [row] = await read
    .select({
      id: people.id,
      name: people.name,
      expiresAt: sessions.expiresAt,
      method: sessions.method,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), isNull(people.deactivatedAt)));
  if (!row || row.expiresAt <= now()) return null;
  const staff = { type: 'staff', id: row.id, name: row.name } as const;
  const held = await grantsOf(read, row.id);
  if (row.method !== 'password') return { ...staff, grants: held };
  const strict = await rolesWithSecondStep();
  const owes = held.some((grant) => strict.includes(grant.role));
  return owes ? { ...staff, grants: [], owesSecondStep: true } : { ...staff, grants: held };
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
        eq(people.invited, false),
        or(
          isNotNull(people.passwordHash),
          isNotNull(people.ssoSubject),
          inArray(people.id, from.select({ id: passkeys.personId }).from(passkeys)),
        ),
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
      invited: people.invited,
      createdAt: people.createdAt,
      deactivatedAt: people.deactivatedAt,
      passwordHash: people.passwordHash,
      appSince: secondFactors.confirmedAt,
      role: grants.role,
      sectionId: grants.sectionId,
      section: sections.name,
    })
    .from(people)
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .leftJoin(grants, eq(grants.personId, people.id))
    .leftJoin(sections, eq(sections.id, grants.sectionId))
    .orderBy(asc(people.invited), asc(people.name), asc(people.id));
  const open = await openInvitations();
  const byId = new Map<string, StaffView>();
  for (const { role, sectionId, section, invited, appSince, passwordHash, ...person } of rows) {
    const known = byId.get(person.id) ?? {
      ...person,
      roles: [],
      hasApp: appSince !== null,
      hasPassword: passwordHash !== null,
      invitation: invited ? (open.get(person.id) ?? 'over') : null,
    };
    if (role) known.roles.push({ role, sectionId, ...(section ? { section } : {}) });
    byId.set(person.id, known);
  }
  return ok([...byId.values()]);
}

async function openInvitations(): Promise<Map<string, Date>> {
  const rows = await read
    .select({ personId: staffLinks.personId, until: staffLinks.expiresAt })
    .from(staffLinks)
    .where(
      and(
        eq(staffLinks.purpose, 'invite'),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, now()),
      ),
    );
  return new Map(rows.flatMap(({ personId, until }) => (personId ? [[personId, until]] : [])));
}

/** What stands for a session where its secret may not: in lists and forms. */
export function sessionKey(sessionId: string): string {
  return digestOf(sessionId).slice(0, 24);
}

/** Where the actor is signed in, used last first. `here` is the session that asks. */
export async function ownSessions(actor: Actor, here: string): Promise<SessionView[]> {
  if (actor.type !== 'staff') return [];
  const rows = await read
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.personId, actor.id), isNull(sessions.endedAt), gt(sessions.expiresAt, now())),
    )
    .orderBy(newestFirst(sessions.seenAt), desc(sessions.createdAt));
  return rows.map(({ id, device, method, createdAt, seenAt }) => ({
    key: sessionKey(id),
    device: device || 'Unknown device',
    method,
    since: createdAt,
    seen: seenAt ?? createdAt,
    here: id === here,
  }));
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

/** Where to write to somebody who works here now. */
export async function mailboxOf(personId: string): Promise<{ name: string; email: string } | null> {
  const [person] = await read
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)));
  return person ?? null;
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
    .where(and(isNull(people.deactivatedAt), eq(people.invited, false)))
    .orderBy(asc(people.name), asc(people.id));
  const byId = new Map<string, { id: string; name: string; grants: Grant[] }>();
  for (const { id, name, role, sectionId } of rows) {
    const known = byId.get(id) ?? { id, name, grants: [] };
    known.grants.push({ role, sectionId });
    byId.set(id, known);
  }
  return [...byId.values()].map((person) => ({ type: 'staff', ...person }));
}
