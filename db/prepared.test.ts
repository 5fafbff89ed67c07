import { asc, eq, gt, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { isAmong } from '#db/dialect.ts';
import { prepared, preparedWrite, type The } from '#db/prepared.ts';
import { paths, settings } from '#db/schema/site.ts';
import { read, type Tx, transaction } from '#db/store.ts';

let made = 0;
const settingOf = prepared((on, the: The<{ key: string }>) => {
  made += 1;
  return on
    .select()
    .from(settings)
    .where(eq(settings.key, the('key')));
});
const setTo = preparedWrite((on, the: The<{ key: string; value: unknown }>) =>
  on
    .insert(settings)
    .values({ key: the('key'), value: the('value') })
    .returning(),
);
const keysAmong = prepared((on, the: The<{ keys: readonly string[] }>) =>
  on
    .select({ key: settings.key })
    .from(settings)
    .where(isAmong(settings.key, the('keys')))
    .orderBy(asc(settings.key)),
);

test('a prepared statement is put together once and sees what its transaction wrote', async () => {
  const before = made;
  await transaction(async (tx) => {
    await setTo(tx, { key: 'prepared', value: { deep: ['ß', 1, null] } });
    expect(await settingOf(read, { key: 'prepared' })).toMatchObject([
      { value: { deep: ['ß', 1, null] } },
    ]);
  });
  expect(await settingOf(read, { key: 'prepared' })).toHaveLength(1);
  expect(await settingOf(read, { key: 'another' })).toEqual([]);
  expect(made - before).toBeLessThanOrEqual(1);
});

test('outside of a transaction it sees nothing that is not committed', async () => {
  const written = Promise.withResolvers<void>();
  const looked = Promise.withResolvers<void>();
  const writing = transaction(async (tx) => {
    await setTo(tx, { key: 'uncommitted', value: 1 });
    written.resolve();
    await looked.promise;
  });
  await written.promise;
  expect(await settingOf(read, { key: 'uncommitted' })).toEqual([]);
  looked.resolve();
  await writing;
  expect(await settingOf(read, { key: 'uncommitted' })).toHaveLength(1);
});

test('one that writes is refused outside of a transaction, and one that fails dooms its own', async () => {
  await expect(setTo(read as unknown as Tx, { key: 'alone', value: 1 })).rejects.toThrow();
  const failing = transaction(async (tx) => {
    await setTo(tx, { key: 'twice', value: 1 });
    await setTo(tx, { key: 'twice', value: 2 }).catch(() => undefined);
  });
  await expect(failing).rejects.toThrow('cannot commit');
  expect(await keysAmong(read, { keys: ['alone', 'twice'] })).toEqual([]);
});

test('what was forgotten in a transaction that is over does not write into the next', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const over = Promise.withResolvers<void>();
  await transaction(async (tx) => {
    late = over.promise.then(() => setTo(tx, { key: 'late', value: 1 }));
  });
  await transaction(async () => {
    over.resolve();
    await expect(late).rejects.toThrow();
  });
  expect(await settingOf(read, { key: 'late' })).toEqual([]);
});

test('however many values are among those that are asked for', async () => {
  await transaction(async (tx) => {
    for (const key of ['m1', 'm"2', 'm,3']) await setTo(tx, { key, value: key });
  });
  expect(await keysAmong(read, { keys: [] })).toEqual([]);
  expect(await keysAmong(read, { keys: ['m,3'] })).toEqual([{ key: 'm,3' }]);
  const many = Array.from({ length: 2_000 }, (_, n) => `none ${n}`);
  expect(await keysAmong(read, { keys: [...many, 'm1', 'm"2'] })).toHaveLength(2);
});

test('moments and words come back as they were put in', async () => {
  const since = new Date('2026-11-26T10:00:00.123Z');
  const register = preparedWrite((on, the: The<{ path: string; since: Date }>) =>
    on
      .insert(paths)
      .values({
        path: the('path'),
        state: 'here',
        noun: 'story',
        thingId: 'none',
        since: the('since'),
      })
      .returning(),
  );
  const later = prepared((on, the: The<{ than: Date }>) =>
    on
      .select({ path: paths.path })
      .from(paths)
      .where(gt(paths.since, sql.param(the('than'), paths.since))),
  );
  await transaction(async (tx) => {
    expect(await register(tx, { path: '/ß/prepared', since })).toMatchObject([
      { path: '/ß/prepared', since },
    ]);
  });
  const found = async (than: string) =>
    (await later(read, { than: new Date(than) })).some(({ path }) => path === '/ß/prepared');
  expect(await found('2026-11-26T10:00:00.122Z')).toBe(true);
  expect(await found('2026-11-26T10:00:00.123Z')).toBe(false);
});
