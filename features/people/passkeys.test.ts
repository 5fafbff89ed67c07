import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { passkeys, staffLinks } from '#db/schema/people.ts';
import { read, transaction } from '#db/store.ts';
import { VISITOR } from '#features/people/actor.ts';
import { resetSecondStep } from '#features/people/factors.ts';
import {
  addPasskey,
  beginPasskey,
  ownPasskeys,
  passkeyChallenge,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from '#features/people/passkeys.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';
import { employed, PASSWORD } from '#tests/staff.ts';

const { at } = holdClock();

beforeEach(() => {
  holdClock();
});

/** A passkey as if it had been made; what a browser makes of it is tested in the browser. */
async function kept(personId: string): Promise<string> {
  const id = newId();
  const row = { id, personId, name: 'Laptop', counter: 3, transports: [], createdAt: at };
  await transaction(async (tx) => {
    await tx.insert(passkeys).values({ ...row, publicKey: Buffer.from('key') });
  });
  return id;
}

test('nobody sees, renames or removes the passkey of somebody else', async () => {
  const [owner, stranger] = [await employed(), await employed('admin')];
  const id = await kept(owner.id);
  for (const actor of [stranger.actor, VISITOR]) {
    expect(await ownPasskeys(actor)).toEqual([]);
    expect((await renamePasskey(actor, id, 'Mine')).ok).toBe(false);
    expect((await removePasskey(actor, id)).ok).toBe(false);
  }
  expect(await ownPasskeys(owner.actor)).toMatchObject([{ id, name: 'Laptop' }]);
  good(await renamePasskey(owner.actor, id, ' Old\u202e laptop '));
  expect(await ownPasskeys(owner.actor)).toMatchObject([{ name: 'Old laptop' }]);
  good(await removePasskey(owner.actor, id));
  expect(await ownPasskeys(owner.actor)).toEqual([]);
});

test('a passkey is begun with the password only, and never for an address that is a number', async () => {
  const { actor } = await employed();
  expect((await beginPasskey(actor, 'wrong')).ok).toBe(false);
  const options = good(await beginPasskey(actor, PASSWORD));
  expect(options.rp.id).toBe('localhost');
  expect(options.authenticatorSelection).toMatchObject({ userVerification: 'required' });
  process.env.SITE_URL = 'http://127.0.0.1:3000';
  expect(await beginPasskey(actor, PASSWORD)).toMatchObject({ code: 'illegal' });
  expect(await passkeyChallenge(newId())).toMatchObject({ code: 'illegal' });
  delete process.env.SITE_URL;
});

test.each([
  null,
  7,
  '{}',
  {},
  { id: 'x' },
  { id: 'x', response: 'y' },
  { id: '\u0000', response: {} },
])('what no authenticator made is refused: %j', async (answer) => {
  const { actor, id } = await employed();
  good(await beginPasskey(actor, PASSWORD));
  expect((await addPasskey(actor, answer, 'Laptop')).ok).toBe(false);
  expect((await signInWithPasskey(answer, { place: newId() })).ok).toBe(false);
  expect(await read.select().from(passkeys).where(eq(passkeys.personId, id))).toEqual([]);
});

test('a known passkey without its signature opens nothing, like one that is unknown', async () => {
  const owner = await employed();
  const id = await kept(owner.id);
  const { challenge } = good(await passkeyChallenge(newId()));
  const client = { type: 'webauthn.get', challenge, origin: 'http://localhost:3000' };
  const response = {
    clientDataJSON: Buffer.from(JSON.stringify(client)).toString('base64url'),
    authenticatorData: Buffer.alloc(37).toString('base64url'),
    signature: Buffer.alloc(64).toString('base64url'),
  };
  const forged = (passkey: string) => ({
    id: passkey,
    rawId: passkey,
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
  const answers = [
    await signInWithPasskey(forged(id), { place: newId() }),
    await signInWithPasskey(forged(newId()), { place: newId() }),
  ];
  expect(answers[0]).toMatchObject({ ok: false, code: 'forbidden' });
  expect(answers[1]).toEqual(answers[0]);
});

test('challenges are asked for so often and no more from one place', async () => {
  const place = newId();
  for (let n = 0; n < 50; n += 1) good(await passkeyChallenge(place));
  expect(await passkeyChallenge(place)).toMatchObject({ code: 'limited' });
  expect((await read.select().from(staffLinks)).length).toBeGreaterThan(0);
});

test('an administrator who resets the second step takes the passkeys off, too', async () => {
  const owner = await employed();
  await kept(owner.id);
  good(await resetSecondStep((await employed('admin')).actor, owner.id));
  expect(await read.select().from(passkeys).where(eq(passkeys.personId, owner.id))).toEqual([]);
});
