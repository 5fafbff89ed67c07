import type { IncomingMessage } from 'node:http';
import { PLACE_HEADER } from '#lib/pressed.ts';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

/**
 * Takes off what only the door may say, and says where the request comes from. A proxy's word counts
 * only if `TRUST_PROXY` says that there is one; its own is the last in the list.
 */
export function identify(req: IncomingMessage, trustProxy: boolean): void {
  const { headers } = req;
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim();
  for (const name of Object.keys(headers)) {
    const inward = name.startsWith('x-dateline-') || name.startsWith('x-middleware-');
    if (inward || (!trustProxy && FORWARDED.includes(name))) delete headers[name];
  }
  delete headers['content-security-policy'];
  headers[PLACE_HEADER] = (trustProxy && forwarded) || req.socket.remoteAddress || 'unknown';
}
