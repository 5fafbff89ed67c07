import { count, eq, like, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentCounts } from '#db/schema/comments.ts';
import { settings } from '#db/schema/site.ts';
import { read, store, transaction } from '#db/store.ts';
import { emptyDatabase } from '#tests/databases.ts';
import { startChild } from '#tests/processes.ts';

async function rowsOf(name: string): Promise<number> {
  const [row] = await read
    .select({ rows: count() })
    .from(settings)
    .where(like(settings.key, `${name} %`));
  return row?.rows ?? 0;
}

/** Adds `amount` to a counter in three statements, giving others a chance between them. */
async function add(counter: string, amount: number, pauses: number, fails: boolean): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .insert(commentCounts)
      .values({ storyId: counter, approved: 0, threads: 0 })
      .onConflictDoNothing();
    for (let i = 0; i < pauses; i++) await new Promise((resolve) => setImmediate(resolve));
    await tx
      .update(commentCounts)
      .set({ approved: sql`${commentCounts.approved} + ${amount}` })
      .where(eq(commentCounts.storyId, counter));
    if (fails) throw new Error('on purpose');
    await tx
      .update(commentCounts)
      .set({ threads: sql`${commentCounts.threads} + 1` })
      .where(eq(commentCounts.storyId, counter));
  });
}

test('writers at the same time lose nothing and keep nothing of those that fail', async () => {
  const plan = fc.record({
    amount: fc.integer({ min: 1, max: 1000 }),
    pauses: fc.nat({ max: 4 }),
    fails: fc.boolean(),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 12 }), async (plans) => {
      const counter = `counter ${run++}`;
      const outcomes = await Promise.allSettled(
        plans.map(({ amount, pauses, fails }) => add(counter, amount, pauses, fails)),
      );
      const kept = plans.filter((_, index) => outcomes[index]?.status === 'fulfilled');
      expect(kept).toEqual(plans.filter(({ fails }) => !fails));
      const [row] = await read
        .select()
        .from(commentCounts)
        .where(eq(commentCounts.storyId, counter));
      const sum = kept.reduce((total, { amount }) => total + amount, 0);
      expect(row?.approved ?? 0).toBe(sum);
      expect(row?.threads ?? 0).toBe(kept.length);
    }),
    { numRuns: 40 },
  );
});

test('a process that is killed in mid-transaction leaves nothing and blocks nobody', async () => {
  const child = await startChild('killed');
  expect(await child.hold()).toBe('holding');
  await child.kill();
  expect(await rowsOf('killed')).toBe(0);
  await transaction(async (tx) => {
    await tx.insert(settings).values({ key: 'alive 0', value: true });
  });
  expect(await rowsOf('alive')).toBe(1);
});

test('two processes that write at the same time lose nothing', async () => {
  const child = await startChild('other');
  const theirs = child.write(200);
  const mine = Array.from({ length: 200 }, (_, index) =>
    transaction(async (tx) => {
      await tx.insert(settings).values({ key: `own ${index}`, value: true });
    }),
  );
  await Promise.all([theirs, ...mine]);
  expect(await rowsOf('other')).toBe(200);
  expect(await rowsOf('own')).toBe(200);
});

test('processes that start together on an empty database all get to work', async () => {
  const env = await emptyDatabase();
  const children = await Promise.all(
    ['first', 'second', 'third'].map((name) => startChild(name, env)),
  );
  expect(await Promise.all(children.map((child) => child.write()))).toEqual(
    children.map(() => 'written'),
  );
});

test('a commit of another process is noticed', async () => {
  const child = await startChild('foreign');
  let noticed = false;
  const stop = store().onForeignCommit(() => {
    noticed = true;
  });
  while (!noticed) await child.write();
  stop();
  expect(await rowsOf('foreign')).toBeGreaterThan(0);
});
