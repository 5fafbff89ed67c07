import { and, eq, gt } from 'drizzle-orm';
import { banners } from '#db/schema/fronts.ts';
import { type Reader, read } from '#db/store.ts';
import type { BannerView } from '#features/fronts/views.ts';
import { cardsById } from '#features/stories/queries.ts';
import { now } from '#lib/clock.ts';

export type BannerRow = typeof banners.$inferSelect;

/** The one place where a banner stands; the database holds one open row for it. */
export const PLACE = 'site';

/** The banner that has not come to its end, if there is one. */
export async function openBanner(from: Reader): Promise<BannerRow | null> {
  const [row] = await from
    .select()
    .from(banners)
    .where(and(eq(banners.openFor, PLACE), gt(banners.endsAt, now())));
  return row ?? null;
}

export async function bannerView({ text, storyId, endsAt }: BannerRow): Promise<BannerView> {
  const [story] = storyId ? await cardsById([{ id: storyId }]) : [];
  return { text, path: story?.path ?? null, endsAt };
}

/** What of today's decisions will still break at a later moment. */
export async function bannerAt(at: Date): Promise<BannerView | null> {
  const row = await openBanner(read);
  return row && row.endsAt > at ? bannerView(row) : null;
}
