import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { API_POLICY, commonLines, deskPolicy, FILE_POLICY } from '#server/door/lines.ts';
import { WHOLE_AGENT } from '#server/door/origin.ts';

export type DeskOptions = {
  handle: RequestListener;
  secure: boolean;
  dev: boolean;
};

export type Area = 'desk' | 'api' | 'file' | 'next';

/** The previews that the desk itself shows in a frame. */
const FRAMED = /^\/desk\/fronts\/[^/?]+\/preview(?:\?|$)/;

/** Hands requests on to Next as they are: the desk, what machines ask for, and Next's own files. */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  async pass(req: IncomingMessage, res: ServerResponse, area: Area): Promise<void> {
    const { handle, secure, dev } = this.#options;
    const lines = commonLines(secure);
    for (let at = 0; at + 1 < lines.length; at += 2) {
      res.setHeader(lines[at] ?? '', lines[at + 1] ?? '');
    }
    if (area === 'desk') {
      const framed = FRAMED.test(req.url ?? '');
      const policy = deskPolicy(randomBytes(16).toString('base64'), dev, framed);
      // Next reads the nonce for its scripts from the request's header of this name.
      req.headers['content-security-policy'] = policy;
      req.headers['user-agent'] = WHOLE_AGENT;
      res.setHeader('Content-Security-Policy', policy);
    } else if (area !== 'next') {
      res.setHeader('Content-Security-Policy', area === 'file' ? FILE_POLICY : API_POLICY);
    }
    await handle(req, res);
  }
}
