import { isIP } from 'node:net';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { passkeys, people } from '#db/schema/people.ts';
import { read, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { proven } from '#features/people/factors.ts';
import { PasskeyAnswer, PasskeyName } from '#features/people/input.ts';
import { forgiveFrom, mayTryFrom } from '#features/people/internal/limits.ts';
import { mintLink, takeLink } from '#features/people/internal/links.ts';
import { type From, type Opened, openSession } from '#features/people/internal/sessions.ts';
import { tooMany } from '#features/people/signing-in.ts';
import type { PasskeyView } from '#features/people/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const MOST = 20;
/** EdDSA, ES256 and RS256, by their COSE numbers: what authenticators have. */
const ALGORITHMS = [-8, -7, -257];

/** Whom a passkey is for: this site by its name, seen at this site's own address. */
function place(): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(env().siteUrl);
  return { rpID: hostname, origin };
}

/** Browsers make passkeys for names only, never for an address in numbers. */
export function passkeysWork(): boolean {
  return isIP(place().rpID.replace(/^\[|\]$/g, '')) === 0;
}

/** The actor's passkeys, oldest first. */
export async function ownPasskeys(actor: Actor): Promise<PasskeyView[]> {
  if (actor.type !== 'staff') return [];
  return read
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      usedAt: passkeys.usedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, actor.id))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** What the browser needs to make a passkey for the actor. */
export async function beginPasskey(
  actor: Actor,
  password: string,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const self = await proven(actor, password);
  if (!self.ok) return self;
  if (!passkeysWork()) return refuse('illegal', 'Passkeys need a site with a name, not a number.');
  const known = await ownPasskeys(actor);
  if (known.length >= MOST)
    return refuse('illegal', `You have ${MOST} passkeys: remove one first.`);
  const { id, email } = self.value;
  const challenge = await transaction((tx) => mintLink(tx, 'challenge', id));
  const options = await generateRegistrationOptions({
    rpName: (await siteSettings()).name,
    rpID: place().rpID,
    userName: email,
    userID: new Uint8Array(Buffer.from(id)),
    challenge,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map((passkey) => ({ id: passkey.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return ok(options);
}

/** Keeps the passkey that the browser made. */
export async function addPasskey(
  actor: Actor,
  input: unknown,
  typedName: unknown,
): Promise<Result<{ id: string }>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff have passkeys.');
  const answer = PasskeyAnswer.safeParse(input);
  const name = PasskeyName.safeParse(typedName);
  if (!name.success) return refuse('invalid', name.error.issues[0]?.message ?? '');
  if (!answer.success) return notMade();
  const verified = await verifyRegistrationResponse({
    response: answer.data as unknown as RegistrationResponseJSON,
    expectedChallenge: (sent) => isOurs(sent, actor.id),
    expectedOrigin: place().origin,
    expectedRPID: place().rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!verified?.verified) return notMade();
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return transaction(async (tx) => {
    const kept = await tx
      .insert(passkeys)
      .values({
        id,
        personId: actor.id,
        name: name.data,
        publicKey: Buffer.from(publicKey),
        counter,
        transports: transports.map(String).slice(0, 8),
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (kept.length === 0) return refuse('conflict', 'This passkey is known here already.');
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.add-passkey',
      noun: 'person',
      thingId: actor.id,
      payload: { name: name.data },
    });
    return ok({ id });
  });
}

export async function renamePasskey(
  actor: Actor,
  id: string,
  typedName: unknown,
): Promise<Result<null>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff have passkeys.');
  const name = PasskeyName.safeParse(typedName);
  if (!name.success) {
    const why = name.error.issues[0]?.message ?? '';
    return refuse('invalid', why, { name: why });
  }
  return transaction(async (tx) => {
    const renamed = await tx
      .update(passkeys)
      .set({ name: name.data })
      .where(and(eq(passkeys.id, id), eq(passkeys.personId, actor.id)))
      .returning({ id: passkeys.id });
    if (renamed.length === 0) return refuse('missing', 'There is no such passkey.');
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.rename-passkey',
      noun: 'person',
      thingId: actor.id,
      payload: { name: name.data },
    });
    return ok(null);
  });
}

export async function removePasskey(actor: Actor, id: string): Promise<Result<null>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff have passkeys.');
  return transaction(async (tx) => {
    const [gone] = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.personId, actor.id)))
      .returning({ name: passkeys.name });
    if (!gone) return refuse('missing', 'There is no such passkey.');
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'person.remove-passkey',
      noun: 'person',
      thingId: actor.id,
      payload: gone,
    });
    return ok(null);
  });
}

/** What a browser needs to sign somebody in by a passkey. It names nobody: the device knows whose. */
export async function passkeyChallenge(
  from: string,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  if (!passkeysWork()) return refuse('illegal', 'Passkeys need a site with a name, not a number.');
  if (!(await mayTryFrom(from))) return tooMany();
  const challenge = await transaction((tx) => mintLink(tx, 'challenge', null));
  const { rpID } = place();
  return ok(await generateAuthenticationOptions({ rpID, challenge, userVerification: 'required' }));
}

/** Opens a session by a passkey, which is two steps in one: a device, and its owner's finger or PIN. */
export async function signInWithPasskey(
  input: unknown,
  { place: from, device }: From,
): Promise<Result<Opened>> {
  const answer = PasskeyAnswer.safeParse(input);
  if (!answer.success) return notKnown();
  if (!(await mayTryFrom(from))) return tooMany();
  const { id } = answer.data;
  const [known] = await read
    .select({ passkey: passkeys, deactivatedAt: people.deactivatedAt })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(eq(passkeys.id, id));
  if (!known) return notKnown();
  const { passkey } = known;
  const verified = await verifyAuthenticationResponse({
    response: answer.data as unknown as AuthenticationResponseJSON,
    expectedChallenge: (sent) => isOurs(sent, null),
    expectedOrigin: place().origin,
    expectedRPID: place().rpID,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified || known.deactivatedAt) return notKnown();
  const { newCounter } = verified.authenticationInfo;
  await forgiveFrom(from);
  return transaction(async (tx) => {
    // Still there, still open, and not used meanwhile with the same or a later count.
    const used = await tx
      .update(passkeys)
      .set({ counter: newCounter, usedAt: now() })
      .where(
        and(
          eq(passkeys.id, passkey.id),
          newCounter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, newCounter),
        ),
      )
      .returning({ personId: passkeys.personId });
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, passkey.personId), isNull(people.deactivatedAt)));
    if (used.length === 0 || !person) return notKnown();
    return ok(await openSession(tx, person.id, { method: 'passkey', device }));
  });
}

/** True once for a challenge that we made for this person (or for nobody yet), within its time. */
async function isOurs(sent: string, personId: string | null): Promise<boolean> {
  const token = Buffer.from(sent, 'base64url').toString();
  const taken = await transaction((tx) => takeLink(tx, token, 'challenge'));
  return taken !== null && taken.personId === personId;
}

function notMade() {
  return refuse('invalid', 'The passkey was not made, or that took too long. Please try again.');
}

function notKnown() {
  return refuse('forbidden', 'This passkey opens nothing here.');
}
