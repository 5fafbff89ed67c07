import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { settings } from '#db/schema/site.ts';
import { read, store, type Tx, transaction } from '#db/store.ts';

async function settingOf(key: string): Promise<unknown> {
  const [row] = await read.select().from(settings).where(eq(settings.key, key));
  return row?.value;
}

function set(tx: Tx, key: string, value: unknown) {
  return tx.insert(settings).values({ key, value });
}

test('what is derived at the end of a transaction sees all of it, runs once, and fails with it', async () => {
  const seen: unknown[] = [];
  const derive = async (tx: Tx) => {
    seen.push(await tx.select().from(settings).where(eq(settings.key, 'derived from')));
  };
  await store().transaction(async (tx) => {
    store().beforeCommit(derive, 'one');
    store().beforeCommit(derive, 'one');
    await tx.insert(settings).values({ key: 'derived from', value: 1 });
  });
  expect(seen).toEqual([[{ key: 'derived from', value: 1 }]]);
  const fails = store().transaction(async (tx) => {
    store().beforeCommit(() => Promise.reject(new Error('no')), 'one');
    await tx.delete(settings).where(eq(settings.key, 'derived from'));
  });
  await expect(fails).rejects.toThrow('no');
  expect(await read.select().from(settings).where(eq(settings.key, 'derived from'))).toHaveLength(
    1,
  );
});

test('a failed transaction leaves nothing, though it awaited between its writes', async () => {
  const failing = transaction(async (tx) => {
    await set(tx, 'half', 1);
    await new Promise((resolve) => setImmediate(resolve));
    await set(tx, 'other half', 2);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await settingOf('half')).toBeUndefined();
  expect(await settingOf('other half')).toBeUndefined();
});

test('readers see nothing of a transaction until it commits, and it sees its own writes', async () => {
  const written = Promise.withResolvers<void>();
  const looked = Promise.withResolvers<void>();
  const writing = transaction(async (tx) => {
    await set(tx, 'soon', 1);
    expect(await settingOf('soon')).toBe(1);
    written.resolve();
    await looked.promise;
  });
  await written.promise;
  expect(await settingOf('soon')).toBeUndefined();
  looked.resolve();
  await writing;
  expect(await settingOf('soon')).toBe(1);
});

test("a write that overlaps another's failed transaction is not lost with it", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const failing = transaction(async (tx) => {
    await set(tx, 'theirs', 1);
    begun.resolve();
    await finish.promise;
    throw new Error('no');
  });
  await begun.promise;
  const mine = transaction((tx) => set(tx, 'mine', 1).then(() => undefined));
  finish.resolve();
  await expect(failing).rejects.toThrow('no');
  await mine;
  expect(await settingOf('mine')).toBe(1);
  expect(await settingOf('theirs')).toBeUndefined();
});

test('a transaction inside another joins it and fails with it', async () => {
  const failing = transaction(async (tx) => {
    await transaction(async (inner) => {
      await set(inner, 'joined', 1);
    });
    expect(await settingOf('joined')).toBe(1);
    await set(tx, 'outer', 1);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await settingOf('joined')).toBeUndefined();
});

test('a failure inside takes the whole transaction down, even if somebody catches it', async () => {
  const doomed = transaction(async (tx) => {
    await set(tx, 'before', 1);
    await transaction(async () => {
      throw new Error('no');
    }).catch(() => undefined);
    await set(tx, 'after', 1);
  });
  await expect(doomed).rejects.toThrow('a nested transaction failed');
  expect(await settingOf('before')).toBeUndefined();
  expect(await settingOf('after')).toBeUndefined();
});

test('a statement that failed takes its transaction down, even if somebody catches it', async () => {
  await transaction((tx) => set(tx, 'taken', 1).then(() => undefined));
  const doomed = transaction(async (tx) => {
    await set(tx, 'beside', 1);
    await set(tx, 'taken', 2).catch(() => undefined);
  });
  await expect(doomed).rejects.toThrow('a statement failed in this transaction');
  expect(await settingOf('beside')).toBeUndefined();
  expect(await settingOf('taken')).toBe(1);
});

test('after a failed transaction the next one works', async () => {
  await expect(
    transaction(async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow();
  await transaction((tx) => set(tx, 'next', 1).then(() => undefined));
  expect(await settingOf('next')).toBe(1);
});

test('nothing is written through read: not in the types, not at run time', async () => {
  // @ts-expect-error A reader has no insert.
  expect(read.insert).toBeUndefined();
  // @ts-expect-error A reader has no update.
  expect(read.update).toBeUndefined();
  // @ts-expect-error A reader has no delete.
  expect(read.delete).toBeUndefined();
  const forced = store().reader() as unknown as Tx;
  await expect(async () => {
    await forced.insert(settings).values({ key: 'forced', value: 1 });
  }).rejects.toThrow();
  expect(await settingOf('forced')).toBeUndefined();
});

test('work that was not awaited is refused once its transaction is over', async () => {
  const over = Promise.withResolvers<void>();
  let late: Tx | undefined;
  let joining: Promise<unknown> | undefined;
  let reading: Promise<unknown> | undefined;
  await transaction(async (tx) => {
    late = tx;
    joining = over.promise.then(() => transaction((inner) => set(inner, 'late', 2)));
    reading = over.promise.then(() => settingOf('late'));
    joining.catch(() => undefined);
    reading.catch(() => undefined);
  });
  over.resolve();
  await expect(async () => {
    if (late) await set(late, 'late', 1);
  }).rejects.toThrow();
  await expect(joining).rejects.toThrow();
  await expect(reading).rejects.toThrow();
  expect(await settingOf('late')).toBeUndefined();
});

test('a statement that was prepared in a transaction is refused after it', async () => {
  const prepared = await transaction(async (tx) =>
    tx.insert(settings).values({ key: 'prepared', value: 1 }).prepare(),
  );
  await expect(async () => {
    await prepared.execute();
  }).rejects.toThrow();
  expect(await settingOf('prepared')).toBeUndefined();
});

test('what waits for the commit runs once after it, and never without it', async () => {
  const ran: string[] = [];
  await expect(
    transaction(async () => {
      store().afterCommit(() => ran.push('rolled back'));
      throw new Error('no');
    }),
  ).rejects.toThrow();
  await transaction(async (tx) => {
    await transaction(async () => store().afterCommit(() => ran.push('inner')));
    store().afterCommit(() => ran.push('first of two'), 'key');
    store().afterCommit(() => ran.push('last of two'), 'key');
    await set(tx, 'committed', 1);
    expect(ran).toEqual([]);
  });
  expect(ran).toEqual(['inner', 'last of two']);
});

test('a listener that fails neither undoes the commit nor silences the others', async () => {
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  const ran: string[] = [];
  await transaction(async (tx) => {
    await set(tx, 'announced', 1);
    store().afterCommit(() => {
      throw new Error('a broken listener');
    });
    store().afterCommit(() => ran.push('second'));
  });
  expect(ran).toEqual(['second']);
  expect(await settingOf('announced')).toBe(1);
  expect((await warned).message).toBe('a broken listener');
});

test('loading the module twice, as Next and the server do, gives one store', async () => {
  const again = `${import.meta.dirname}/store.ts?again`;
  const second = (await import(/* @vite-ignore */ again)) as typeof import('#db/store.ts');
  expect(second.transaction).not.toBe(transaction);
  expect(second.store()).toBe(store());
  await transaction(async (tx) => {
    await set(tx, 'shared', 1);
    await second.transaction((inner) => set(inner, 'joined by the other copy', 1));
  });
  expect(await settingOf('joined by the other copy')).toBe(1);
});
