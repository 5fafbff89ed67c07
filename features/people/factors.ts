import { and, eq } from 'drizzle-orm';
import { generateURI } from 'otplib';
import { encode } from 'uqr';
import { recordAudit } from '#db/audit.ts';
import { passkeys, people, sessions } from '#db/schema/people.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName, type Staff } from '#features/people/actor.ts';
import { mayTryOwn } from '#features/people/internal/limits.ts';
import { endLinks } from '#features/people/internal/links.ts';
import { passwordMatches } from '#features/people/internal/passwords.ts';
import {
  confirmApp,
  hasApp,
  newRecoveryCodes,
  newSecret,
  recoveryCodesLeft,
  removeApp,
} from '#features/people/internal/second-step.ts';
import { endSessions } from '#features/people/internal/sessions.ts';
import { can } from '#features/people/policy.ts';
import { tooMany } from '#features/people/signing-in.ts';
import type { AppSetUp, OwnFactors } from '#features/people/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';

/** What the actor signs in with besides an address. */
export async function ownFactors(actor: Actor): Promise<OwnFactors> {
  if (actor.type !== 'staff') return { password: false, app: false, codesLeft: 0 };
  const [person] = await read.select().from(people).where(eq(people.id, actor.id));
  return {
    password: typeof person?.passwordHash === 'string',
    app: await hasApp(read, actor.id),
    codesLeft: await recoveryCodesLeft(read, actor.id),
  };
}

/** A secret for the actor's app, to be scanned or typed. It counts once a code has confirmed it. */
export async function beginApp(actor: Actor, password: string): Promise<Result<AppSetUp>> {
  const self = await proven(actor, password);
  if (!self.ok) return self;
  const { name: issuer } = await siteSettings();
  return transaction(async (tx) => {
    if (await hasApp(tx, self.value.id)) {
      return refuse('conflict', 'You have an app already. Take it off first.');
    }
    const secret = await newSecret(tx, self.value.id);
    const uri = generateURI({ issuer, label: self.value.email, secret });
    return ok({ secret: secret.replace(/(.{4})(?=.)/g, '$1 '), uri, ...drawn(uri) });
  });
}

/** The squares of a QR code as one path of an SVG. */
function drawn(text: string): Pick<AppSetUp, 'squares' | 'size'> {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')),
  );
  return { squares: squares.join(''), size };
}

/**
 * The first code of a new app. From now on codes are asked for; the actor's other sessions, which
 * were begun without one, end.
 */
export async function finishApp(
  actor: Actor,
  code: string,
  sessionId: string,
): Promise<Result<{ codes: string[] }>> {
  if (actor.type !== 'staff') return notYours();
  if (!(await mayTryOwn(actor.id))) return tooMany();
  return transaction(async (tx) => {
    const typed = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(typed) || !(await confirmApp(tx, actor.id, typed))) {
      const why = 'This is not the code that the app shows now. Is the clock of the device right?';
      return refuse('invalid', why, { code: why });
    }
    const codes = await newRecoveryCodes(tx, actor.id);
    await endSessions(tx, actor.id, sessionId);
    await tx.update(sessions).set({ method: 'code' }).where(eq(sessions.id, sessionId));
    await audited(tx, actor, 'person.add-app', actor.id);
    return ok({ codes });
  });
}

/** New recovery codes; the old ones are of no use any more. */
export async function renewRecoveryCodes(
  actor: Actor,
  password: string,
): Promise<Result<{ codes: string[] }>> {
  const self = await proven(actor, password);
  if (!self.ok) return self;
  return transaction(async (tx) => {
    if (!(await hasApp(tx, self.value.id))) return refuse('missing', 'You have no app.');
    const codes = await newRecoveryCodes(tx, self.value.id);
    await audited(tx, actor, 'person.renew-recovery-codes', self.value.id);
    return ok({ codes });
  });
}

/** Takes the actor's own app off: the password is enough again, where the role allows it. */
export async function takeOffApp(actor: Actor, password: string): Promise<Result<null>> {
  const self = await proven(actor, password);
  if (!self.ok) return self;
  return transaction(async (tx) => {
    if (!(await removeApp(tx, self.value.id))) return refuse('missing', 'You have no app.');
    await tx
      .update(sessions)
      .set({ method: 'password' })
      .where(and(eq(sessions.personId, self.value.id), eq(sessions.method, 'code')));
    await audited(tx, actor, 'person.take-off-app', self.value.id);
    return ok(null);
  });
}

/** For somebody who lost everything: takes off app, recovery codes and passkeys, and signs out. */
export async function resetSecondStep(actor: Actor, personId: string): Promise<Result<null>> {
  const verdict = can(actor, 'reset second factor', { id: personId });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return refuse('missing', 'There is no such account.');
    await removeApp(tx, personId);
    await tx.delete(passkeys).where(eq(passkeys.personId, personId));
    await endLinks(tx, personId, 'code');
    await endSessions(tx, personId);
    await audited(tx, actor, 'person.reset-second-step', personId);
    return ok(null);
  });
}

/** The actor, who has just shown that it is not somebody at an unlocked screen. */
export async function proven(
  actor: Actor,
  password: string,
): Promise<Result<{ id: string; email: string }>> {
  if (actor.type !== 'staff') return notYours();
  const verdict = can(actor, 'own account', actor);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const [person] = await read.select().from(people).where(eq(people.id, actor.id));
  if (!person) return notYours();
  const { id, email, passwordHash } = person;
  // Who comes by a passkey or from elsewhere may have no password to ask for.
  if (passwordHash === null) return ok({ id, email });
  if (!(await mayTryOwn(id))) return tooMany();
  if (await passwordMatches(passwordHash, password.slice(0, 256))) return ok({ id, email });
  const why = 'This is not your present password.';
  return refuse('invalid', why, { password: why });
}

function notYours(): Refusal {
  return refuse('forbidden', 'Only staff have an account.');
}

async function audited(tx: Tx, actor: Actor | Staff, act: string, thingId: string): Promise<void> {
  await recordAudit(tx, { actor: actorName(actor), act, noun: 'person', thingId });
}
