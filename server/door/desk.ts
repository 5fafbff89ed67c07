import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { inRequest } from '#lib/request-context.ts';
import { commonLines, deskPolicy } from '#server/door/lines.ts';
import type { Ledger } from '#server/press/ledger.ts';

export type DeskOptions = {
  handle: RequestListener;
  ledger: Ledger;
  secure: boolean;
  dev: boolean;
};

/**
 * As whom the door asks for pages of the desk (`htmlLimitedBots` in next.config.ts). Next renders them
 * whole then; a page that is not there would else begin with a prepared 200.
 */
const DESK_AGENT = 'dateline-desk';

export type Area = 'desk' | 'api' | 'next';

/** Hands requests on to Next as they are: the desk, what machines ask for, and Next's own files. */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  async pass(req: IncomingMessage, res: ServerResponse, area: Area): Promise<void> {
    const { handle, ledger, secure, dev } = this.#options;
    const lines = commonLines(secure);
    for (let at = 0; at + 1 < lines.length; at += 2) {
      res.setHeader(lines[at] ?? '', lines[at + 1] ?? '');
    }
    if (area === 'desk') {
      const policy = deskPolicy(randomBytes(16).toString('base64'), dev);
      // Next reads the nonce for its scripts from the request's header of this name.
      req.headers['content-security-policy'] = policy;
      req.headers['user-agent'] = DESK_AGENT;
      res.setHeader('Content-Security-Policy', policy);
    } else if (area === 'api') {
      res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
    const context = { begun: ledger.moment(), keep: true, stash: undefined, rendered: null };
    await inRequest(context, () => handle(req, res));
  }
}
