import { eq } from 'drizzle-orm';
import type { WantedLink } from '#db/outbox.ts';
import { people } from '#db/schema/people.ts';
import { read, transaction } from '#db/store.ts';
import { mintLink, sweepLinks } from '#features/people/internal/links.ts';
import { linkMail } from '#features/people/internal/mails.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { sendMail } from '#lib/mail.ts';

/**
 * Makes the link that somebody is to get by mail, and mails it. If it comes twice the second link
 * counts; after its time it is not tried again.
 */
export async function mailLink({ purpose, personId, until }: WantedLink): Promise<void> {
  if (!personId || new Date(until) <= now()) return;
  const [person] = await read.select().from(people).where(eq(people.id, personId));
  if (!person || person.deactivatedAt || person.invited !== (purpose === 'invite')) return;
  const token = await transaction((tx) => mintLink(tx, purpose, personId));
  await sendMail(linkMail(purpose, { person, token, site: await siteSettings() }));
}

/** Takes away links and tickets that nobody can use any more. */
export async function sweepStaffLinks(): Promise<void> {
  await transaction(sweepLinks);
}
