import { count, eq, like } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { settings } from '#db/schema/site.ts';
import { read, store, transaction } from '#db/store.ts';
import { asOf, now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';

const add = (key: string) =>
  transaction(async (tx) => void (await tx.insert(settings).values({ key, value: true })));

async function rowsOf(name: string): Promise<number> {
  const [row] = await read
    .select({ rows: count() })
    .from(settings)
    .where(like(settings.key, `${name} %`));
  return row?.rows ?? 0;
}

test('a hundred at once, of which some fail: each is all there or not at all', async () => {
  const name = newId();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, n) =>
      transaction(async (tx) => {
        await tx.insert(settings).values({ key: `${name} ${n} first`, value: n });
        if (n % 7 === 0) throw new Error('on purpose');
        if (n % 11 === 0) await tx.insert(settings).values({ key: `${name} ${n} first`, value: n });
        await tx.insert(settings).values({ key: `${name} ${n} second`, value: n });
      }),
    ),
  );
  const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
  expect(kept).toBe(Array.from({ length: 100 }, (_, n) => n % 7 && n % 11).filter(Boolean).length);
  expect(await rowsOf(name)).toBe(kept * 2);
});

test('nobody is answered before what was written can be read by others', async () => {
  const name = newId();
  await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      await add(`${name} ${n}`);
      const [row] = await read
        .select()
        .from(settings)
        .where(eq(settings.key, `${name} ${n}`));
      expect(row).toBeDefined();
    }),
  );
});

test('each does its work at the moment of whoever asked for it', async () => {
  const then = [1, 2, 3].map((day) => new Date(`2020-01-0${day}T00:00:00Z`));
  const seen = await Promise.all(
    then.map((moment) => asOf(moment, () => transaction(async () => now()))),
  );
  expect(seen).toEqual(then);
});

test('what is begun at the same time as a scrubbing of the files is kept', async () => {
  const name = newId();
  for (let n = 0; n < 20; n += 1) await add(`${name} ${n}`);
  const many = Array.from({ length: 20 }, (_, n) => add(`${name} more ${n}`));
  await store().scrub();
  await Promise.all(many);
  expect(await rowsOf(name)).toBe(40);
});
