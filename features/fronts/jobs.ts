import { eq } from 'drizzle-orm';
import { banners } from '#db/schema/fronts.ts';
import { read } from '#db/store.ts';
import { endDueBanner } from '#features/fronts/commands.ts';
import { PLACE } from '#features/fronts/internal/banner.ts';
import { now } from '#lib/clock.ts';

/** Takes the banner from readers' pages when its end has come. Returns how many were due. */
export async function endBannerDue(): Promise<number> {
  const end = await bannerEnd();
  return end && end <= now() ? endDueBanner() : 0;
}

/** When the banner ends, so that the clock can wake for it; null if there is none. */
export async function bannerEnd(): Promise<Date | null> {
  const [row] = await read
    .select({ endsAt: banners.endsAt })
    .from(banners)
    .where(eq(banners.openFor, PLACE));
  return row?.endsAt ?? null;
}
