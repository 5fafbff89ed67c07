import { eq } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { settings } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { dayTag, siteTag } from '#features/site/tags.ts';
import { DEFAULT_SITE, type Site } from '#features/site/views.ts';
import { keepUntilTouched, remembered } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';

/** A setting of the desk that no reader's page has. */
export const SECOND_STEP_ROLES = 'secondStepRoles';

const settingsOf = prepared((on, the: The<{ keys: readonly string[] }>) =>
  on
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(isAmong(settings.key, the('keys'))),
);

/** The newsroom's own settings, uncached: for commands, jobs and the server. */
export async function siteSettings(): Promise<Site> {
  const rows = await settingsOf(read, { keys: Object.keys(DEFAULT_SITE) });
  return { ...DEFAULT_SITE, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) };
}

/** The same, for pages. */
export const site = remembered('site', (): Promise<Site> => {
  keepUntilTouched(siteTag());
  return siteSettings();
});

/** The roles whose people have to prove more than a password. For the desk only. */
export async function rolesWithSecondStep(): Promise<readonly string[]> {
  const [row] = await read.select().from(settings).where(eq(settings.key, SECOND_STEP_ROLES));
  return Array.isArray(row?.value) ? row.value.filter((role) => typeof role === 'string') : [];
}

/** The moment at which a page was made that is made anew at each midnight of the newsroom. */
export async function today(): Promise<Date> {
  keepUntilTouched(dayTag(), siteTag());
  return now();
}
