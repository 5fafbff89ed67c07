import { and, eq, gt, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { people, sessions, staffLinks } from '#db/schema/people.ts';
import { read, transaction } from '#db/store.ts';
import { type Actor, actorName, system } from '#features/people/actor.ts';
import {
  ChangePasswordInput,
  PersonInput,
  SetUpInput,
  SignInInput,
} from '#features/people/input.ts';
import { endSessions, insertAuthor, insertPerson } from '#features/people/internal/accounts.ts';
import { forgive, mayTry } from '#features/people/internal/limits.ts';
import { hashPassword, passwordMatches } from '#features/people/internal/passwords.ts';
import { can } from '#features/people/policy.ts';
import { hasAdministrator } from '#features/people/queries.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newToken } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors, lineOf } from '#lib/text.ts';

const SESSION_DAYS = 14;
const SETUP_HOURS = 24;
const HOUR_MS = 3_600_000;

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

function emailTaken() {
  const why = 'Somebody on the staff has this address already.';
  return refuse('conflict', why, { email: why });
}

/** A new one-time link token while no administrator can sign in, else null. Older ones end. */
export async function makeSetUpToken(): Promise<string | null> {
  const token = newToken();
  return transaction(async (tx) => {
    if (await hasAdministrator(tx)) return null;
    await tx.delete(staffLinks).where(eq(staffLinks.purpose, 'setup'));
    await tx.insert(staffLinks).values({
      tokenDigest: digestOf(token),
      purpose: 'setup',
      createdAt: now(),
      expiresAt: new Date(now().getTime() + SETUP_HOURS * HOUR_MS),
    });
    return token;
  });
}

/** True if the link can still be used; the page says so before anybody types. */
export async function setUpTokenIsValid(token: string): Promise<boolean> {
  const [link] = await read
    .select({ purpose: staffLinks.purpose })
    .from(staffLinks)
    .where(
      and(
        eq(staffLinks.tokenDigest, digestOf(token)),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, now()),
      ),
    );
  return link !== undefined && !(await hasAdministrator());
}

/** Uses up the one-time link and makes the first administrator, in one transaction. */
export async function setUp(input: unknown): Promise<Result<{ id: string }>> {
  const parsed = SetUpInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { token, password, ...person } = parsed.data;
  if (!(await setUpTokenIsValid(token))) return linkUsed();
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const used = await tx
      .update(staffLinks)
      .set({ usedAt: now() })
      .where(and(eq(staffLinks.tokenDigest, digestOf(token)), isNull(staffLinks.usedAt)))
      .returning({ digest: staffLinks.tokenDigest });
    if (used.length === 0 || (await hasAdministrator(tx))) return linkUsed();
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

/**
 * Checks a sign-in and opens a session. `place` is where it comes from, for the limits only. Wrong
 * address, wrong password and deactivated account give one and the same answer, after the same work.
 */
export async function signIn(
  input: unknown,
  place: string,
): Promise<Result<{ sessionId: string; personId: string; name: string }>> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) return wrongSignIn();
  const { email, password } = parsed.data;
  if (!(await mayTry(email, place))) {
    return refuse('limited', 'Too many attempts. Please wait a quarter of an hour and try again.');
  }
  const [person] = await read.select().from(people).where(eq(people.email, email));
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !matches || person.deactivatedAt) return wrongSignIn();
  await forgive(email, place);
  return transaction(async (tx) => {
    const sessionId = newToken();
    await tx.insert(sessions).values({
      id: sessionId,
      personId: person.id,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + SESSION_DAYS * 24 * HOUR_MS),
    });
    await recordAudit(tx, {
      actor: `staff:${person.id}`,
      act: 'session.open',
      noun: 'person',
      thingId: person.id,
    });
    return ok({ sessionId, personId: person.id, name: person.name });
  });
}

function wrongSignIn() {
  return refuse('forbidden', 'The address or the password is not right.');
}

/** Ends one session. */
export async function signOut(sessionId: string): Promise<void> {
  await transaction((tx) =>
    tx
      .update(sessions)
      .set({ endedAt: now() })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
      .then(() => undefined),
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
  const [person] = await read.select().from(people).where(eq(people.id, actor.id));
  if (!(await passwordMatches(person?.passwordHash ?? null, parsed.data.current))) {
    const why = 'This is not your present password.';
    return refuse('invalid', why, { current: why });
  }
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
