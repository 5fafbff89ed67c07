import { settings } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { dayTag, siteTag } from '#features/site/tags.ts';
import { keepUntilTouched, remembered } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';

export type Site = { name: string; tagline: string; language: string; timeZone: string };

const DEFAULTS: Site = {
  name: 'The Dateline',
  tagline: 'News, with its place and its hour',
  language: 'en',
  timeZone: 'UTC',
};

/** The newsroom's own settings, uncached: for commands, jobs and the server. */
export async function siteSettings(): Promise<Site> {
  const rows = await read.select().from(settings);
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) };
}

/** The same, for pages. */
export const site = remembered('site', (): Promise<Site> => {
  keepUntilTouched(siteTag());
  return siteSettings();
});

/** The moment at which a page was made that is made anew at each midnight of the newsroom. */
export async function today(): Promise<Date> {
  keepUntilTouched(dayTag(), siteTag());
  return now();
}
