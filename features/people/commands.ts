import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { grants, people, staffLinks } from '#db/schema/people.ts';
import { read, transaction } from '#db/store.ts';
import { type Actor, actorName, system } from '#features/people/actor.ts';
import {
  ChangePasswordInput,
  PersonInput,
  RolesInput,
  SetUpInput,
} from '#features/people/input.ts';
import {
  emailTaken,
  insertAuthor,
  insertPerson,
  sectionsExist,
} from '#features/people/internal/accounts.ts';
import { mayTryOwn } from '#features/people/internal/limits.ts';
import { linkHolder, mintLink, takeLink } from '#features/people/internal/links.ts';
import { hashPassword, passwordMatches } from '#features/people/internal/passwords.ts';
import { endSessions } from '#features/people/internal/sessions.ts';
import { can } from '#features/people/policy.ts';
import { hasAdministrator } from '#features/people/queries.ts';
import { weakness } from '#features/people/weakness.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors, lineOf } from '#lib/text.ts';

/** Adds an account with one role; without a password it cannot sign in yet. */
export async function addPerson(
  actor: Actor,
  input: unknown,
  made: { sample?: boolean; bio?: string; handle?: string } = {},
): Promise<Result<{ id: string }>> {
  const verdict = can(actor, 'add');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = PersonInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { password, ...person } = parsed.data;
  const weak = password === undefined ? null : weakness(password, person);
  if (weak) return incorrect({ password: weak });
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return transaction(async (tx) => {
    const id = await insertPerson(tx, { ...person, ...made, passwordHash });
    if (!id) return emailTaken();
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.add',
      noun: 'person',
      thingId: id,
      payload: { name: person.name, role: person.role },
    });
    return ok({ id });
  });
}

/** A byline for somebody without an account. */
export async function addGuest(
  actor: Actor,
  name: string,
  made: { sample?: boolean; bio?: string; handle?: string } = {},
): Promise<Result<{ id: string }>> {
  if (actor.type === 'visitor') return refuse('forbidden', 'Only staff can add an author.');
  const parsed = lineOf(100, 1).safeParse(name);
  if (!parsed.success) return refuse('invalid', 'Please give the author’s name.');
  return transaction(async (tx) => {
    const id = await insertAuthor(tx, { name: parsed.data, ...made, personId: null });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'author.add',
      noun: 'author',
      thingId: id,
      payload: { name: parsed.data },
    });
    return ok({ id });
  });
}

/** A new one-time link token while no administrator can sign in, else null. Older ones end. */
export async function makeSetUpToken(): Promise<string | null> {
  return transaction(async (tx) => {
    if (await hasAdministrator(tx)) return null;
    await tx.delete(staffLinks).where(eq(staffLinks.purpose, 'setup'));
    return mintLink(tx, 'setup', null);
  });
}

/** True if the link can still be used; the page says so before anybody types. */
export async function setUpTokenIsValid(token: string): Promise<boolean> {
  const link = await linkHolder(read, token, 'setup');
  return link !== null && !(await hasAdministrator());
}

/** Uses up the one-time link and makes the first administrator, in one transaction. */
export async function setUp(input: unknown): Promise<Result<{ id: string }>> {
  const parsed = SetUpInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { token, password, ...person } = parsed.data;
  if (!(await setUpTokenIsValid(token))) return linkUsed();
  const weak = weakness(password, person);
  if (weak) return incorrect({ password: weak });
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const taken = await takeLink(tx, token, 'setup');
    if (!taken || (await hasAdministrator(tx))) return linkUsed();
    const id = await insertPerson(tx, { ...person, role: 'admin', passwordHash });
    if (!id) throw new SetUpAddressTaken();
    await recordAudit(tx, {
      actor: actorName(system('setup')),
      act: 'person.add',
      noun: 'person',
      thingId: id,
      payload: { name: person.name, role: 'admin' },
    });
    return ok({ id });
  }).catch((error: unknown) => {
    if (error instanceof SetUpAddressTaken) return emailTaken();
    throw error;
  });
}

/** Thrown so that the link is not used up by an attempt that failed. */
class SetUpAddressTaken extends Error {}

function linkUsed() {
  return refuse(
    'forbidden',
    'This link has been used or is too old. Restart Dateline for a new one.',
  );
}

/** Sets a new password and ends every session of the person, this one too. */
export async function changePassword(actor: Actor, input: unknown): Promise<Result<null>> {
  const verdict = can(actor, 'change password', actor.type === 'staff' ? actor : undefined);
  if (!verdict.ok || actor.type !== 'staff') {
    return refuse('forbidden', verdict.ok ? 'Only staff have a password.' : verdict.why);
  }
  const parsed = ChangePasswordInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  if (!(await mayTryOwn(actor.id))) {
    return refuse('limited', 'Too many attempts. Please wait a quarter of an hour.');
  }
  const [person] = await read.select().from(people).where(eq(people.id, actor.id));
  if (!(await passwordMatches(person?.passwordHash ?? null, parsed.data.current))) {
    const why = 'This is not your present password.';
    return refuse('invalid', why, { current: why });
  }
  const weak = weakness(parsed.data.next, person);
  if (weak) return incorrect({ next: weak });
  const passwordHash = await hashPassword(parsed.data.next);
  return transaction(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, actor.id));
    await endSessions(tx, actor.id);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.change-password',
      noun: 'person',
      thingId: actor.id,
    });
    return ok(null);
  });
}

/** Gives somebody these roles in place of the ones they had. It counts from their next click. */
export async function changeRoles(
  actor: Actor,
  personId: string,
  input: unknown,
): Promise<Result<null>> {
  const verdict = can(actor, 'change roles', { id: personId });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = RolesInput.safeParse(input);
  if (!parsed.success) return incorrect({ roles: parsed.error.issues[0]?.message ?? '' });
  const held = parsed.data;
  return transaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)));
    if (!person) return refuse('missing', 'There is no such account, or it is closed.');
    const given = held.map((grant) => grant.sectionId);
    if (!(await sectionsExist(tx, given))) {
      return incorrect({ roles: 'One of the sections is not there any more.' });
    }
    const before = await tx
      .delete(grants)
      .where(eq(grants.personId, personId))
      .returning({ role: grants.role, sectionId: grants.sectionId });
    const createdAt = now();
    await tx
      .insert(grants)
      .values(held.map((grant) => ({ id: newId(), personId, ...grant, createdAt })));
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.change-roles',
      noun: 'person',
      thingId: personId,
      payload: { before, after: held },
    });
    return ok(null);
  });
}

/** Closes an account: every session ends at once, bylines stay. */
export async function deactivate(actor: Actor, personId: string): Promise<Result<null>> {
  const verdict = can(actor, 'deactivate', { id: personId });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return transaction(async (tx) => {
    const closed = await tx
      .update(people)
      .set({ deactivatedAt: now() })
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
      .returning({ id: people.id });
    if (closed.length === 0) return refuse('missing', 'There is no such account, or it is closed.');
    await endSessions(tx, personId);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.deactivate',
      noun: 'person',
      thingId: personId,
    });
    return ok(null);
  });
}
