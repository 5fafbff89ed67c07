import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditDigest, FIRST_DIGEST, recordAudit } from '#db/audit.ts';
import { audit } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { env } from '#lib/env.ts';
import { holdClock } from '#tests/fixtures.ts';

beforeEach(() => {
  holdClock();
});

function record(thingId: string, payload?: Record<string, unknown>) {
  return transaction((tx) =>
    recordAudit(tx, { actor: 'system:test', act: 'thing.change', noun: 'thing', thingId, payload }),
  );
}

function rows() {
  return read.select().from(audit).orderBy(asc(audit.position));
}

/** The position of the first row that does not follow from the one before, or undefined. */
async function firstBroken(): Promise<number | undefined> {
  let previous = FIRST_DIGEST;
  for (const [index, row] of (await rows()).entries()) {
    if (row.position !== index + 1 || row.digest !== auditDigest(row, previous))
      return row.position;
    previous = row.digest;
  }
  return undefined;
}

function head(): string {
  return readFileSync(join(env().dataDir, 'audit-head'), 'utf8');
}

test('the chain holds, whoever writes at the same time', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => record(`thing ${index}`)));
  const all = await rows();
  expect(all.map((row) => row.position)).toEqual(all.map((_, index) => index + 1));
  expect(await firstBroken()).toBeUndefined();
  expect(head()).toBe(`${all.length} ${all.at(-1)?.digest}\n`);
});

test('a row that was changed, moved or taken out is found', async () => {
  await record('first');
  const { length } = await rows();
  await record('second');
  await record('third');
  await transaction(async (tx) => {
    await tx
      .update(audit)
      .set({ actor: 'staff:other' })
      .where(eq(audit.position, length + 1));
  });
  expect(await firstBroken()).toBe(length + 1);
  await transaction(async (tx) => {
    await tx
      .update(audit)
      .set({ actor: 'system:test' })
      .where(eq(audit.position, length + 1));
  });
  expect(await firstBroken()).toBeUndefined();
  const [gone] = await transaction((tx) =>
    tx
      .delete(audit)
      .where(eq(audit.position, length + 1))
      .returning(),
  );
  expect(await firstBroken()).toBe(length + 2);
  await transaction(async (tx) => {
    if (gone) await tx.insert(audit).values(gone);
  });
  expect(await firstBroken()).toBeUndefined();
});

test('a payload can be erased without breaking the chain, and is proved while it is there', async () => {
  await record('secret', { note: 'to be erased' });
  const row = (await rows()).at(-1);
  const digest = createHash('sha256')
    .update(row?.salt ?? '')
    .update(row?.payload ?? '')
    .digest('hex');
  expect(digest).toBe(row?.payloadDigest);
  await transaction(async (tx) => {
    await tx.update(audit).set({ payload: null }).where(eq(audit.thingId, 'secret'));
  });
  expect(await firstBroken()).toBeUndefined();
});

test('a change that fails leaves no trace in the log, nor in the head outside the database', async () => {
  await record('kept');
  const before = { count: (await rows()).length, head: head() };
  await expect(
    transaction(async (tx) => {
      await recordAudit(tx, {
        actor: 'visitor',
        act: 'thing.lose',
        noun: 'thing',
        thingId: 'lost',
      });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect((await rows()).length).toBe(before.count);
  expect(head()).toBe(before.head);
});

test('several records of one transaction leave the head at the last of them', async () => {
  await transaction(async (tx) => {
    for (const thingId of ['one', 'two', 'three']) {
      await recordAudit(tx, { actor: 'visitor', act: 'thing.count', noun: 'thing', thingId });
    }
  });
  const last = (await rows()).at(-1);
  expect(head()).toBe(`${last?.position} ${last?.digest}\n`);
});
