import { eq, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settings } from '#db/schema/site.ts';
import { read, store, transaction } from '#db/store.ts';
import { newId } from '#lib/ids.ts';

type Kind = 'kept' | 'throws' | 'breaks a rule' | 'not brief';

/** One of many at once: what it wrote is there in the end, or nothing of it. */
async function write(key: string, kind: Kind): Promise<'done' | 'failed'> {
  const work = transaction(
    async (tx) => {
      await tx.insert(settings).values({ key, value: 1 });
      await new Promise((resolve) => setImmediate(resolve));
      await tx.insert(settings).values({ key: `${key} too`, value: 2 });
      if (kind === 'throws') throw new Error('no');
      if (kind === 'breaks a rule') await tx.insert(settings).values({ key, value: 3 });
    },
    { brief: kind !== 'not brief' },
  );
  return work.then(
    () => 'done' as const,
    () => 'failed' as const,
  );
}

test('many brief ones at once: each is there whole or not at all, whatever the others do', async () => {
  const kinds = fc.constantFrom<Kind>('kept', 'kept', 'throws', 'breaks a rule', 'not brief');
  await fc.assert(
    fc.asyncProperty(fc.array(kinds, { maxLength: 40 }), async (all) => {
      const name = newId();
      const keys = all.map((_, n) => `${name} ${n}`);
      const outcomes = await Promise.all(all.map((kind, n) => write(keys[n] ?? '', kind)));
      const wanted = all.map((kind) =>
        kind === 'kept' || kind === 'not brief' ? 'done' : 'failed',
      );
      expect(outcomes).toEqual(wanted);
      const there = await read
        .select({ key: settings.key })
        .from(settings)
        .where(inArray(settings.key, [...keys, ...keys.map((key) => `${key} too`), '-']));
      const kept = keys.filter((_, n) => wanted[n] === 'done');
      expect(there.map((row) => row.key).toSorted()).toEqual(
        kept.flatMap((key) => [key, `${key} too`]).toSorted(),
      );
    }),
    { numRuns: 12 },
  );
});

test('nobody hears that it is done, or sees it, before it is committed', async () => {
  const seen: unknown[] = [];
  const look = async (key: string) => {
    const [row] = await read.select().from(settings).where(eq(settings.key, key));
    return row !== undefined;
  };
  const keys = Array.from({ length: 5 }, () => newId());
  await Promise.all(
    keys.map(async (key) => {
      await transaction(
        async (tx) => {
          await tx.insert(settings).values({ key, value: 1 });
          store().afterCommit(() => seen.push(key));
          expect(seen).not.toContain(key);
        },
        { brief: true },
      );
      expect(await look(key)).toBe(true);
    }),
  );
  expect(seen.toSorted()).toEqual(keys.toSorted());
});
