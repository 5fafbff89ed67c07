import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { people, sessions } from '#db/schema/people.ts';
import { read, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { CodeInput, SignInInput } from '#features/people/input.ts';
import { forgive, forgiveCodes, mayTry, mayTryCode } from '#features/people/internal/limits.ts';
import { linkHolder, mintLink, takeLink } from '#features/people/internal/links.ts';
import { passwordMatches } from '#features/people/internal/passwords.ts';
import { hasApp, takeCode } from '#features/people/internal/second-step.ts';
import {
  endSessions,
  type From,
  type Opened,
  openSession,
  thisHour,
} from '#features/people/internal/sessions.ts';
import { can } from '#features/people/policy.ts';
import { sessionKey } from '#features/people/queries.ts';
import { now } from '#lib/clock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** The password was right, and a code has to follow: `ticket` says whose. */
export type Asked = { step: 'code'; ticket: string };

/**
 * Checks a password and opens a session, or asks for a code. Wrong address, wrong password and
 * deactivated account give one and the same answer, after the same work.
 */
export async function signIn(
  input: unknown,
  { place, device }: From,
): Promise<Result<Opened | Asked>> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) return wrongSignIn();
  const { email, password } = parsed.data;
  if (!(await mayTry(email, place))) return tooMany();
  const [person] = await read.select().from(people).where(eq(people.email, email));
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !matches || person.deactivatedAt) return wrongSignIn();
  await forgive(email, place);
  return transaction(async (tx) => {
    if (await hasApp(tx, person.id)) {
      return ok({ step: 'code' as const, ticket: await mintLink(tx, 'code', person.id) });
    }
    return ok(await openSession(tx, person.id, { method: 'password', device }));
  });
}

/** The second step: a code of the app, or a recovery code, for the ticket of a right password. */
export async function signInWithCode(
  input: unknown,
  { place, device }: From,
): Promise<Result<Opened>> {
  const parsed = CodeInput.safeParse(input);
  if (!parsed.success) return wrongCode();
  const { ticket, code } = parsed.data;
  const personId = (await linkHolder(read, ticket, 'code'))?.personId;
  if (!personId) {
    return refuse('missing', 'That took too long. Please begin again with your password.');
  }
  if (!(await mayTryCode(personId, place))) return tooMany();
  const opened = await transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person || person.deactivatedAt || !(await takeCode(tx, personId, code))) {
      return wrongCode();
    }
    if (!(await takeLink(tx, ticket, 'code'))) return wrongCode();
    return ok(await openSession(tx, personId, { method: 'code', device }));
  });
  if (opened.ok) await forgiveCodes(personId, place);
  return opened;
}

function wrongSignIn() {
  return refuse('forbidden', 'The address or the password is not right.');
}

function wrongCode() {
  const why =
    'This code is not right, or it was used already. The next one comes in half a minute.';
  return refuse('forbidden', why, { code: why });
}

export function tooMany() {
  return refuse('limited', 'Too many attempts. Please wait a quarter of an hour and try again.');
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

/** Ends one of the actor's own sessions, by the key that the list of them has. */
export async function endSession(actor: Actor, key: string): Promise<Result<null>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff have sessions.');
  const verdict = can(actor, 'own account', actor);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return transaction(async (tx) => {
    const open = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.personId, actor.id), isNull(sessions.endedAt)));
    const session = open.find(({ id }) => sessionKey(id) === key);
    if (!session) return refuse('missing', 'This session has ended already.');
    await tx.update(sessions).set({ endedAt: now() }).where(eq(sessions.id, session.id));
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'session.end',
      noun: 'person',
      thingId: actor.id,
    });
    return ok(null);
  });
}

/** Ends every session of the actor but this one. */
export async function endOtherSessions(
  actor: Actor,
  sessionId: string,
): Promise<Result<{ ended: number }>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff have sessions.');
  const verdict = can(actor, 'own account', actor);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return transaction(async (tx) => {
    const ended = await endSessions(tx, actor.id, sessionId);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'session.end-others',
      noun: 'person',
      thingId: actor.id,
      payload: { ended },
    });
    return ok({ ended });
  });
}

/** Notes that a session is in use, to the hour. */
export async function noteSeen(sessionId: string): Promise<void> {
  const hour = thisHour();
  await transaction((tx) =>
    tx
      .update(sessions)
      .set({ seenAt: hour })
      .where(
        and(
          eq(sessions.id, sessionId),
          isNull(sessions.endedAt),
          or(isNull(sessions.seenAt), lt(sessions.seenAt, hour)),
        ),
      )
      .then(() => undefined),
  );
}
