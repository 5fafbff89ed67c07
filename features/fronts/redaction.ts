import { eq } from 'drizzle-orm';
import { touch } from '#db/outbox.ts';
import { banners, frontRevisions } from '#db/schema/fronts.ts';
import type { Tx } from '#db/store.ts';
import { siteTag } from '#features/site/tags.ts';

/** Where fronts remember a story by words that have to go, and banners that say them. */
export async function forgetOnFronts(
  tx: Tx,
  storyId: string,
  tells: (text: string) => boolean,
): Promise<void> {
  const fronts = await tx
    .select({ id: frontRevisions.id, stood: frontRevisions.stood })
    .from(frontRevisions);
  for (const { id, stood } of fronts) {
    const silent = stood.map((one) =>
      one.storyId === storyId && tells(one.headline) ? { ...one, headline: '' } : one,
    );
    if (silent.every((one, n) => one === stood[n])) continue;
    await tx.update(frontRevisions).set({ stood: silent }).where(eq(frontRevisions.id, id));
  }
  const said = await tx.select().from(banners).where(eq(banners.storyId, storyId));
  for (const { id, text } of said) {
    if (tells(text)) await tx.update(banners).set({ text: '' }).where(eq(banners.id, id));
  }
  if (said.length > 0) await touch(tx, [siteTag()]);
}
