export const RSS = 'application/rss+xml; charset=utf-8';
export const XML = 'application/xml; charset=utf-8';
export const CSV = 'text/csv; charset=utf-8';
export const TEXT = 'text/plain; charset=utf-8';

/** The answer of a machine's address. */
export function answer(text: string | null, type: string): Response {
  if (text === null) return new Response('There is nothing here.\n', { status: 404 });
  return new Response(text, { headers: { 'content-type': type } });
}

/** A part of an address as it is stored; '' for one that nothing could be stored under. */
export function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    return '';
  }
}
