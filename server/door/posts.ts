import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { onlyReaderCookies } from '#lib/reader-cookies.ts';

/** Largest body by where it goes: a comment is text, the desk sends pictures. */
export const MAX_BODY = { form: 64 * 1024, desk: 20 * 1024 * 1024 } as const;

/**
 * True if the request was sent by a page of this site, or by a program that is nobody's browser.
 * Browsers say where a form came from by `Sec-Fetch-Site`, older ones by `Origin`; lynx and curl say
 * nothing and have no cookies here but a reader's, so that there are no rights to be borrowed.
 */
export function isOwnRequest(headers: IncomingHttpHeaders, siteUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin !== undefined) return isOrigin(origin, siteUrl, host);
  return onlyReaderCookies(headers.cookie);
}

function isOrigin(origin: string, siteUrl: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const sent = new URL(origin);
  return sent.origin === new URL(siteUrl).origin || (host !== undefined && sent.host === host);
}

/** The status that refuses a body, or null: its length must be known, and not too much. */
export function refusedBody(headers: IncomingHttpHeaders, limit: number): 411 | 413 | null {
  const length = headers['content-length'];
  if (length === undefined) return headers['transfer-encoding'] === undefined ? null : 411;
  return Number(length) > limit ? 413 : null;
}

const DRAIN_LIMIT = 32 * 1024 * 1024;

/**
 * Reads and drops the rest of a refused body, so that the client gets to read why; a connection that
 * is cut while it still sends shows its own error instead. What is absurdly long is cut all the same.
 */
export function drain(req: IncomingMessage): void {
  let left = DRAIN_LIMIT;
  req.on('data', (chunk: Buffer) => {
    left -= chunk.byteLength;
    if (left < 0) req.destroy();
  });
}
