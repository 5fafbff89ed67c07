import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities, keyRotations, letters } from '#db/identity-schema.ts';
import { Address } from '#features/addresses/address.ts';
import { commenterFor, rotateKeys } from '#features/addresses/commands.ts';
import { healthOfAddresses } from '#features/addresses/health.ts';
import { blindIndexes } from '#features/addresses/internal/index-keys.ts';
import type { Letters } from '#features/addresses/letter-kinds.ts';
import { queueLetter, sealTyped } from '#features/addresses/letters.ts';
import { sendDue } from '#features/addresses/mailing.ts';
import { identityAmong, identityOf } from '#features/addresses/queries.ts';
import { moveToNewKeys } from '#features/addresses/rotating.ts';
import { system } from '#features/people/actor.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { publicKey } from '#lib/mailer-public.ts';
import { mailServer } from '#tests/mail-server.ts';
import { good } from '#tests/results.ts';

const OPERATOR = system('test');

const WRITERS: Partial<Letters> = {
  'comment-decided': async () => ({
    from: 'The Dateline',
    subject: 'Decided',
    text: 'It was.',
    html: { markup: '<p>It was.</p>' },
  }),
};

beforeEach(async () => {
  await identityTransaction(async (tx) => {
    await tx.delete(letters);
    await tx.delete(appearances);
    await tx.delete(identities);
    await tx.delete(keyRotations);
  });
});

function address(typed: string): Address {
  const parsed = Address.parse(typed);
  if (!parsed) throw new Error('no address');
  return parsed;
}

async function known(email: string, storyId = newId()): Promise<string> {
  const id = await identityOf(await commenterFor(address(email), storyId));
  if (!id) throw new Error('no identity');
  return id;
}

const found = (email: string) => identityAmong(blindIndexes(address(email)));

const keyFiles = () =>
  readdirSync(join(env().dataDir, 'keys')).filter((file) => /index/.test(file));

async function versionsOf(id: string) {
  const [row] = await readIdentity().select().from(identities).where(eq(identities.id, id));
  return [row?.indexKeyVersion, row?.sealKeyVersion];
}

async function mailed(to: Parameters<typeof queueLetter>[1]['to']): Promise<void> {
  await identityTransaction((tx) =>
    queueLetter(tx, { kind: 'comment-decided', payload: { commentId: newId() }, to }),
  );
}

test('everybody is known before, during and after a change of keys, and gets mail', async () => {
  const server = await mailServer();
  const [anna, lena] = [await known('anna@example.com'), await known('lena@example.com')];
  const { indexKeyVersion, sealKeyVersion } = good(await rotateKeys(OPERATOR));
  expect(await found('anna@example.com')).toBe(anna);
  // Who comments meanwhile is the same person as before.
  expect(await known('anna@example.com')).toBe(anna);
  expect(await versionsOf(anna)).toEqual([indexKeyVersion, sealKeyVersion - 1]);

  await moveToNewKeys();
  expect(await versionsOf(anna)).toEqual([indexKeyVersion, sealKeyVersion]);
  expect(await versionsOf(lena)).toEqual([indexKeyVersion, sealKeyVersion]);
  expect(await found('lena@example.com')).toBe(lena);
  expect(await known('lena@example.com')).toBe(lena);
  await mailed({ identityId: anna });
  await sendDue(WRITERS, () => undefined);
  expect(server.mails.map((mail) => mail.to)).toEqual(['anna@example.com']);
});

test('the old keys are gone when nothing is under them, and a second change may begin', async () => {
  await known('anna@example.com');
  const { indexKeyVersion, sealKeyVersion } = good(await rotateKeys(OPERATOR));
  expect(await rotateKeys(OPERATOR)).toMatchObject({ ok: false, code: 'conflict' });
  expect((await healthOfAddresses()).underOlderKeys).toBe(1);
  await moveToNewKeys();
  expect(keyFiles()).toEqual([`identity-index-${indexKeyVersion}`]);
  expect(readdirSync(env().mailerKeys)).toEqual([`seal-${sealKeyVersion}`]);
  expect(publicKey().version).toBe(sealKeyVersion);
  expect(await healthOfAddresses()).toMatchObject({ underOlderKeys: 0, changingKeys: false });
  good(await rotateKeys(OPERATOR));
});

test('a letter to a typed address that waits keeps the old key until it is sent', async () => {
  const server = await mailServer();
  await mailed(await sealTyped(address('typed@example.com')));
  const { sealKeyVersion } = good(await rotateKeys(OPERATOR));
  await moveToNewKeys();
  expect(existsSync(join(env().mailerKeys, `seal-${sealKeyVersion - 1}`))).toBe(true);
  await sendDue(WRITERS, () => undefined);
  expect(server.mails.map((mail) => mail.to)).toEqual(['typed@example.com']);
  await moveToNewKeys();
  expect(existsSync(join(env().mailerKeys, `seal-${sealKeyVersion - 1}`))).toBe(false);
});

test('who is kept only as an index stays findable: the key of that index is not destroyed', async () => {
  const anna = await known('anna@example.com');
  await identityTransaction((tx) =>
    tx
      .update(identities)
      .set({ sealed: null })
      .where(eq(identities.id, anna))
      .then(() => undefined),
  );
  good(await rotateKeys(OPERATOR));
  await moveToNewKeys();
  expect(keyFiles()).toHaveLength(2);
  expect(await found('anna@example.com')).toBe(anna);
});

test('two rows of one address, written in the moment of the change, become one', async () => {
  const story = newId();
  const older = await known('anna@example.com', story);
  const elsewhere = await known('anna@example.com');
  expect(elsewhere).toBe(older);
  const { indexKeyVersion } = good(await rotateKeys(OPERATOR));
  const [row] = await readIdentity().select().from(identities).where(eq(identities.id, older));
  if (!row) throw new Error('no row');
  // As written by a process that had not seen the new key yet.
  await identityTransaction((tx) =>
    tx
      .update(identities)
      .set({ blindIndex: 'away', indexKeyVersion: indexKeyVersion - 1 })
      .where(eq(identities.id, older))
      .then(() => undefined),
  );
  const newer = await known('anna@example.com', story);
  expect(newer).not.toBe(older);
  await moveToNewKeys();
  const rows = await readIdentity().select().from(identities);
  expect(rows.map((one) => one.id)).toEqual([newer]);
  const seen = await readIdentity().select().from(appearances);
  expect(seen.map((one) => one.identityId)).toEqual([newer, newer]);
});
