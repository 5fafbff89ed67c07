import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, type WantedLink } from '#db/outbox.ts';
import { grants, people } from '#db/schema/people.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { ForgotInput, InviteInput, JoinInput, ResetInput } from '#features/people/input.ts';
import {
  emailTaken,
  insertAuthor,
  insertInvited,
  sectionsExist,
} from '#features/people/internal/accounts.ts';
import { mayForget } from '#features/people/internal/limits.ts';
import {
  endLinks,
  lastsUntil,
  linkHolder,
  mintLink,
  takeLink,
} from '#features/people/internal/links.ts';
import { hashPassword } from '#features/people/internal/passwords.ts';
import { endSessions } from '#features/people/internal/sessions.ts';
import { can } from '#features/people/policy.ts';
import { weakness } from '#features/people/weakness.ts';
import { mailIsOn } from '#lib/env.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** By mail nobody but the one who gets it sees the link; else it is shown once to who asked. */
export type Way = 'mail' | 'show';

/** A link that was made: its secret, unless it goes by mail. */
export type Made = { id: string; token: string | null };

/** An account for somebody who is to come: they choose their own name and password. */
export async function invite(actor: Actor, input: unknown, way: Way): Promise<Result<Made>> {
  const verdict = can(actor, 'invite');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = InviteInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (way === 'mail' && !mailIsOn()) return noMail();
  const { role, sectionId } = parsed.data;
  return transaction(async (tx) => {
    if (!(await sectionsExist(tx, [sectionId]))) {
      return incorrect({ sectionId: 'There is no such section any more.' });
    }
    const id = await insertInvited(tx, parsed.data);
    if (!id) return emailTaken();
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.invite',
      noun: 'person',
      thingId: id,
      payload: { role, sectionId, way },
    });
    return ok({ id, token: await hand(tx, 'invite', id, way) });
  });
}

/** Another link for somebody who has not come yet; the one before is of no use from now on. */
export async function inviteAgain(actor: Actor, personId: string, way: Way): Promise<Result<Made>> {
  const verdict = can(actor, 'invite');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  if (way === 'mail' && !mailIsOn()) return noMail();
  return transaction(async (tx) => {
    const person = await personById(tx, personId);
    if (!person?.invited) return refuse('missing', 'There is no such invitation.');
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.invite-again',
      noun: 'person',
      thingId: personId,
      payload: { way },
    });
    return ok({ id: personId, token: await hand(tx, 'invite', personId, way) });
  });
}

/** Takes an invitation back: the link ends, and nothing of the account is left. */
export async function takeBackInvitation(actor: Actor, personId: string): Promise<Result<null>> {
  const verdict = can(actor, 'invite');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return transaction(async (tx) => {
    const person = await personById(tx, personId);
    if (!person?.invited) return refuse('missing', 'There is no such invitation.');
    await tx.delete(grants).where(eq(grants.personId, personId));
    await tx.delete(people).where(and(eq(people.id, personId), eq(people.invited, true)));
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.take-back-invitation',
      noun: 'person',
      thingId: personId,
    });
    return ok(null);
  });
}

/** What the page of an invitation or of a reset says before anybody types; null: it is of no use. */
export async function linkPage(
  token: string,
  purpose: 'invite' | 'reset',
): Promise<{ email: string; name: string } | null> {
  const holder = await linkHolder(read, token, purpose);
  const person = holder?.personId ? await personById(read, holder.personId) : null;
  return person && !person.deactivatedAt ? { email: person.email, name: person.name } : null;
}

/** Who was invited comes, with a name and a password of their own. */
export async function join(input: unknown): Promise<Result<null>> {
  const parsed = JoinInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { token, name, password } = parsed.data;
  const page = await linkPage(token, 'invite');
  if (!page) return linkUsed();
  const weak = weakness(password, { email: page.email, name });
  if (weak) return incorrect({ password: weak });
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const personId = (await takeLink(tx, token, 'invite'))?.personId;
    if (!personId) return linkUsed();
    const [person] = await tx
      .update(people)
      .set({ name, passwordHash, invited: false })
      .where(and(eq(people.id, personId), eq(people.invited, true), isNull(people.deactivatedAt)))
      .returning({ id: people.id });
    if (!person) return linkUsed();
    await insertAuthor(tx, { name, personId });
    await recordAudit(tx, {
      actor: `staff:${personId}`,
      act: 'person.join',
      noun: 'person',
      thingId: personId,
      payload: { name },
    });
    return ok(null);
  });
}

/** A link by which somebody who forgot the password sets another. */
export async function makeResetLink(
  actor: Actor,
  personId: string,
  way: Way,
): Promise<Result<Made>> {
  const verdict = can(actor, 'make reset link', { id: personId });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  if (way === 'mail' && !mailIsOn()) return noMail();
  return transaction(async (tx) => {
    const person = await personById(tx, personId);
    if (!person || person.invited || person.deactivatedAt) {
      return refuse('missing', 'There is no such account, or it is closed.');
    }
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.make-reset-link',
      noun: 'person',
      thingId: personId,
      payload: { way },
    });
    return ok({ id: personId, token: await hand(tx, 'reset', personId, way) });
  });
}

/**
 * Somebody says that they forgot their password. The answer and the work are the same whether or not
 * anybody has the address.
 */
export async function forgot(input: unknown, place: string): Promise<Result<null>> {
  const parsed = ForgotInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (!mailIsOn()) return noMail();
  const { email } = parsed.data;
  if (!(await mayForget(email, place))) {
    return refuse('limited', 'Too many attempts. Please wait an hour and try again.');
  }
  const [person] = await read.select().from(people).where(eq(people.email, email));
  const known = person && !person.invited && !person.deactivatedAt;
  return transaction(async (tx) => {
    await wantLink(tx, 'reset', known ? person.id : null);
    return ok(null);
  });
}

/** Sets a new password by a link and ends every session of the person. The second step stays. */
export async function resetPassword(input: unknown): Promise<Result<null>> {
  const parsed = ResetInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { token, password } = parsed.data;
  const page = await linkPage(token, 'reset');
  if (!page) return linkUsed();
  const weak = weakness(password, page);
  if (weak) return incorrect({ password: weak });
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const personId = (await takeLink(tx, token, 'reset'))?.personId;
    if (!personId) return linkUsed();
    const [person] = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
      .returning({ id: people.id });
    if (!person) return linkUsed();
    await endSessions(tx, personId);
    await endLinks(tx, personId, 'code');
    await recordAudit(tx, {
      actor: `staff:${personId}`,
      act: 'person.reset-password',
      noun: 'person',
      thingId: personId,
    });
    return ok(null);
  });
}

async function hand(
  tx: Tx,
  purpose: 'invite' | 'reset',
  personId: string,
  way: Way,
): Promise<string | null> {
  if (way === 'show') return mintLink(tx, purpose, personId);
  await endLinks(tx, personId, purpose);
  await wantLink(tx, purpose, personId);
  return null;
}

async function wantLink(
  tx: Tx,
  purpose: WantedLink['purpose'],
  personId: string | null,
): Promise<void> {
  const until = lastsUntil(purpose).toISOString();
  await emit(tx, { kind: 'link.wanted', payload: { purpose, personId, until } });
}

async function personById(from: Pick<Tx, 'select'>, id: string) {
  const [person] = await from.select().from(people).where(eq(people.id, id));
  return person;
}

function linkUsed() {
  return refuse(
    'forbidden',
    'This link has been used, was replaced by a newer one, or is too old.',
  );
}

function noMail() {
  return refuse('illegal', 'This site sends no mail: SMTP_URL is not set.');
}
