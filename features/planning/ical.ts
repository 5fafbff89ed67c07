import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventClass } from 'ical-generator';
import type { CalendarEntry } from '#features/planning/views.ts';
import { absolute } from '#lib/paths.ts';

const WHAT: Record<CalendarEntry['what'], string> = {
  due: 'Due',
  published: 'To be published',
  changed: 'To be changed',
  'taken down': 'To be taken down',
  'embargo ends': 'Embargo ends',
};

const HOUR_S = 3_600;

type About = { name: string; siteUrl: string; at: Date };

/**
 * The entries as an iCalendar file (RFC 5545). Moments are in UTC, so that no zone has to be explained;
 * a thing keeps its UID when its moment changes. It names people, and no addresses of theirs.
 */
export function icalendar(entries: readonly CalendarEntry[], { name, siteUrl, at }: About): string {
  const { hostname } = new URL(siteUrl);
  const calendar = ical({
    name,
    prodId: { company: 'Dateline', product: 'Planning', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR_S,
  });
  for (const entry of entries) {
    const about = [entry.section, entry.person].filter(Boolean).join(', ');
    calendar.createEvent({
      id: `${entry.key}@${hostname}`,
      stamp: at,
      start: entry.at,
      summary: `${WHAT[entry.what]}: ${entry.title}`,
      description: about,
      url: absolute(siteUrl, entry.to),
      class: ICalEventClass.PRIVATE,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return calendar.toString();
}
