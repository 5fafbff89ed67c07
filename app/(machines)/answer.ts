import type { Feed } from '#features/feeds/queries.ts';
import { TAGS_HEADER } from '#lib/pressed.ts';

export const RSS = 'application/rss+xml; charset=utf-8';
export const XML = 'application/xml; charset=utf-8';
export const TEXT = 'text/plain; charset=utf-8';

/** The answer of a machine's address, with what the door needs to know to keep it. */
export function answer(feed: Feed | null, type: string): Response {
  if (!feed) return new Response('There is nothing here.\n', { status: 404 });
  return new Response(feed.text, {
    headers: { 'content-type': type, [TAGS_HEADER]: feed.tags.join(',') },
  });
}

/** A part of an address as it is stored; '' for one that nothing could be stored under. */
export function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    return '';
  }
}
