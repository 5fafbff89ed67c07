import { asc } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { containsText, isUniqueViolation, newestFirst } from '#db/dialect.ts';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities } from '#db/identity-schema.ts';
import { people } from '#db/schema/people.ts';
import { settings } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { holdClock } from '#tests/fixtures.ts';

const { at } = holdClock();

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function person(id: string, values: Partial<typeof people.$inferInsert> = {}) {
  const row = { id, name: id, email: `${id}@example.org`, createdAt: at, ...values };
  return transaction((tx) =>
    tx
      .insert(people)
      .values(row)
      .then(() => undefined),
  );
}

beforeAll(async () => {
  await person('100%', { deactivatedAt: new Date(at.getTime() + 1) });
  await person('under_score', { deactivatedAt: null });
  await person('École back\\slash', { deactivatedAt: new Date(at.getTime() + 2) });
  await person('ÜBER', { deactivatedAt: at });
});

async function named(needle: string): Promise<string[]> {
  const rows = await read
    .select({ name: people.name })
    .from(people)
    .where(containsText(people.name, needle))
    .orderBy(asc(people.id));
  return rows.map((row) => row.name);
}

test('a duplicate is known as one, in a unique index and in a primary key', async () => {
  const sameMail = await failureOf(person('other', { email: '100%@example.org' }));
  expect(isUniqueViolation(sameMail)).toBe(true);
  const sameId = await failureOf(person('100%', { email: 'other@example.org' }));
  expect(isUniqueViolation(sameId)).toBe(true);
});

test('a duplicate that was caught is still known as one when its transaction fails', async () => {
  const doomed = transaction(async (tx) => {
    const again = { id: '100%', name: '', email: '', createdAt: at };
    await tx
      .insert(people)
      .values(again)
      .catch(() => undefined);
  });
  expect(isUniqueViolation(await failureOf(doomed))).toBe(true);
});

test('no other failure is taken for a duplicate', async () => {
  const missing = await failureOf(
    transaction((tx) =>
      tx
        .insert(settings)
        .values({ key: null as unknown as string, value: 1 })
        .then(() => undefined),
    ),
  );
  expect(missing).toBeInstanceOf(Error);
  expect(isUniqueViolation(missing)).toBe(false);
  expect(isUniqueViolation(undefined)).toBe(false);
  expect(isUniqueViolation('23505')).toBe(false);
});

test('a search for text takes nothing for a pattern', async () => {
  expect(await named('%')).toEqual(['100%']);
  expect(await named('_')).toEqual(['under_score']);
  expect(await named('\\')).toEqual(['École back\\slash']);
  expect(await named("'")).toEqual([]);
  expect(await named('')).toHaveLength(4);
});

test('a search for text does not look at the case of letters, with or without accents', async () => {
  expect(await named('école')).toEqual(['École back\\slash']);
  expect(await named('ÉCOLE')).toEqual(['École back\\slash']);
  expect(await named('über')).toEqual(['ÜBER']);
  expect(await named('SCORE')).toEqual(['under_score']);
});

test('what has no moment comes last when the newest comes first', async () => {
  const rows = await read
    .select({ name: people.name })
    .from(people)
    .orderBy(newestFirst(people.deactivatedAt));
  expect(rows.map((row) => row.name)).toEqual(['École back\\slash', '100%', 'ÜBER', 'under_score']);
});

test('what points at nothing is refused in both stores', async () => {
  const row = { commenterId: 'c', identityId: 'nobody', storyId: 's', seenAt: at };
  const refused = await failureOf(
    identityTransaction((tx) =>
      tx
        .insert(appearances)
        .values(row)
        .then(() => undefined),
    ),
  );
  expect(refused).toBeInstanceOf(Error);
  expect(isUniqueViolation(refused)).toBe(false);
});

test('bytes, moments and documents come back as they went in', async () => {
  const sealed = Buffer.from([0, 255, 10, 13, 0]);
  await identityTransaction(async (tx) => {
    await tx.insert(identities).values({
      id: 'i',
      blindIndex: 'b',
      indexKeyVersion: 1,
      sealed,
      sealKeyVersion: 1,
      seenAt: at,
    });
  });
  const [row] = await readIdentity().select().from(identities);
  expect(Buffer.compare(row?.sealed ?? Buffer.alloc(0), sealed)).toBe(0);
  expect(row?.seenAt).toEqual(at);
  const value = { text: 'a "quote", \\ and 😀', list: [1, null, true], deep: { er: [''] } };
  await transaction(async (tx) => {
    await tx.insert(settings).values({ key: 'document', value });
  });
  const [document] = await read.select().from(settings);
  expect(document?.value).toEqual(value);
});
