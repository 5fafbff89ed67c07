import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { settings } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';

async function settingOf(key: string): Promise<unknown> {
  const [row] = await read.select().from(settings).where(eq(settings.key, key));
  return row?.value;
}

test('a failed transaction leaves nothing, though it awaited between its writes', async () => {
  const failing = transaction(async (tx) => {
    await tx.insert(settings).values({ key: 'half', value: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    await tx.insert(settings).values({ key: 'other half', value: 2 });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await settingOf('half')).toBeUndefined();
  expect(await settingOf('other half')).toBeUndefined();
});
