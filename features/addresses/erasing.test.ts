import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities, letters } from '#db/identity-schema.ts';
import { personKeysTransaction, readPersonKeys } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { Address } from '#features/addresses/address.ts';
import { commenterFor } from '#features/addresses/commands.ts';
import { eraseIdentity, replayErasures } from '#features/addresses/erasing.ts';
import { erasureLogIn, notedErasures } from '#features/addresses/erasure-log.ts';
import { opened } from '#features/addresses/internal/opening.ts';
import { newPersonKey, unclosed } from '#features/addresses/internal/person-box.ts';
import { queueLetter } from '#features/addresses/letters.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';

holdClock();

async function known(email: string, storyId = newId()): Promise<[string, string]> {
  const address = Address.parse(email);
  const commenterId = address && (await commenterFor(address, storyId));
  const id = commenterId && (await identityOf(commenterId));
  if (!id) throw new Error('no identity');
  return [id, commenterId];
}

async function rowOf(id: string) {
  const [row] = await readIdentity().select().from(identities).where(eq(identities.id, id));
  return row;
}

async function keyOf(id: string) {
  const [row] = await readPersonKeys()
    .select()
    .from(personKeys)
    .where(eq(personKeys.identityId, id));
  return row;
}

test('nothing is left of who was erased but a random id, and others stay', async () => {
  const [anna, commenterId] = await known('anna@example.com');
  const [lena] = await known('lena@example.com');
  await identityTransaction((tx) =>
    queueLetter(tx, {
      kind: 'comment-decided',
      payload: { commentId: newId() },
      to: { identityId: anna },
    }),
  );
  expect(await eraseIdentity({ identityId: anna, texts: 'removed' })).toEqual([commenterId]);
  expect([await rowOf(anna), await keyOf(anna)]).toEqual([undefined, undefined]);
  expect(await readIdentity().select().from(letters)).toEqual([]);
  const left = await readIdentity().select().from(appearances);
  expect(left.map((one) => one.identityId)).not.toContain(anna);
  expect([await rowOf(lena), await keyOf(lena)]).not.toContain(undefined);
  expect(notedErasures(env().dataDir)).toContainEqual({
    identityId: anna,
    erasedAt: now(),
    commenterIds: [commenterId],
    texts: 'removed',
  });
});

test('a copy of the row is of no use to whoever has it and the mailer’s key', async () => {
  const [anna] = await known('copied@example.com');
  const [row, key] = [await rowOf(anna), await keyOf(anna)];
  await eraseIdentity({ identityId: anna, texts: 'kept' });
  if (!row?.sealed || !key) throw new Error('nothing was sealed');
  await expect(opened(row.sealed, row.sealKeyVersion)).rejects.toThrow();
  await expect(unclosed(newPersonKey(), row.sealed)).rejects.toThrow();
  // With the key that was destroyed it would have been: this is what the key is for.
  const inner = await unclosed(key.key, row.sealed);
  expect(await opened(inner, row.sealKeyVersion)).toBe('copied@example.com');
});

test('who comes back after being erased is somebody new', async () => {
  const [before] = await known('again@example.com');
  await eraseIdentity({ identityId: before, texts: 'kept' });
  const [after] = await known('again@example.com');
  expect(after).not.toBe(before);
  expect(await replayErasures()).toMatchObject({ erased: 0 });
  expect(await rowOf(after)).toBeDefined();
});

/** As an older state of the store of addresses has it. */
async function broughtBack(row: typeof identities.$inferSelect | undefined): Promise<void> {
  if (!row) throw new Error('no row');
  await identityTransaction((tx) =>
    tx
      .insert(identities)
      .values(row)
      .then(() => undefined),
  );
}

test('who is brought back by an older state is erased again, and whose texts went is told', async () => {
  const [anna, commenterId] = await known('back@example.com');
  const row = await rowOf(anna);
  await eraseIdentity({ identityId: anna, texts: 'removed' });
  await broughtBack(row);
  const { erased, textsOf } = await replayErasures();
  expect(erased).toBe(1);
  expect(textsOf).toContain(commenterId);
  expect(await rowOf(anna)).toBeUndefined();
});

test('the log outside of the databases is enough, and so is the one inside', async () => {
  const [anna] = await known('either@example.com');
  const row = await rowOf(anna);
  await eraseIdentity({ identityId: anna, texts: 'kept' });
  const log = erasureLogIn(env().dataDir);

  rmSync(log);
  await broughtBack(row);
  expect((await replayErasures()).erased).toBe(1);
  // And it is in both again.
  expect(readFileSync(log, 'utf8')).toContain(anna);

  // Half a line, as a machine leaves that lost its power.
  writeFileSync(log, `${readFileSync(log, 'utf8')}{"identityId":"`);
  await broughtBack(row);
  expect((await replayErasures()).erased).toBe(1);
});

test('a key that comes back with an older copy is destroyed again', async () => {
  const [anna] = await known('key@example.com');
  const key = await keyOf(anna);
  await eraseIdentity({ identityId: anna, texts: 'kept' });
  if (!key) throw new Error('no key');
  await personKeysTransaction((tx) =>
    tx
      .insert(personKeys)
      .values(key)
      .then(() => undefined),
  );
  await replayErasures();
  expect(await keyOf(anna)).toBeUndefined();
});
