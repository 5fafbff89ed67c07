import type { IncomingMessage, ServerResponse } from 'node:http';
import { RENDER_HEADER } from '#lib/pressed.ts';
import { readerCookies } from '#lib/reader-cookies.ts';
import type { Address } from '#server/door/address.ts';
import { Comments } from '#server/door/comments.ts';
import type { Desk } from '#server/door/desk.ts';
import { readerLines } from '#server/door/lines.ts';
import type { Origin, OriginAnswer } from '#server/door/origin.ts';
import { plainPage } from '#server/door/plain.ts';
import { drain, isOwnRequest, MAX_BODY, refusedBody } from '#server/door/posts.ts';
import type { Readers } from '#server/door/readers.ts';
import { postRouteOf } from '#server/door/routes.ts';
import type { Answer } from '#server/press/press.ts';

export type FormOptions = {
  origin: Origin;
  readers: Readers;
  desk: Desk;
  siteUrl: string;
};

export type SendAnswer = (
  req: IncomingMessage,
  res: ServerResponse,
  answer: Answer,
) => Promise<void>;

/** What a route handler may say to a reader besides its status; nothing else of it leaves. */
const PASSED_ON = ['location', 'content-type', 'retry-after', 'set-cookie'] as const;

/** Receives everything that is not a reading. */
export class Forms {
  readonly #options: FormOptions;
  readonly #comments: Comments;

  constructor(options: FormOptions) {
    this.#options = options;
    this.#comments = new Comments(options.readers, options.siteUrl);
  }

  async receive(
    req: IncomingMessage,
    res: ServerResponse,
    address: Address,
    send: SendAnswer,
  ): Promise<void> {
    const { headers, method } = req;
    const route = postRouteOf(address);
    const api = route?.kind === 'app' && route.area === 'api';
    if (!route || (method !== 'POST' && !(api && WRITES.has(method ?? '')))) {
      drain(req);
      return plainPage(req, res, 405, ['Allow', route ? 'GET, HEAD, POST' : 'GET, HEAD']);
    }
    const form = route.kind === 'post' || route.kind === 'comment';
    const fromAnywhere = route.kind === 'post' && route.fromAnywhere;
    if (!fromAnywhere && !isOwnRequest(headers, this.#options.siteUrl)) {
      drain(req);
      return plainPage(req, res, 403);
    }
    const tooMuch = refusedBody(headers, form ? MAX_BODY.form : MAX_BODY.desk);
    if (tooMuch) {
      drain(req);
      return plainPage(req, res, tooMuch);
    }
    if (route.kind === 'app') return this.#options.desk.pass(req, res, route.area);
    if (route.kind === 'comment') return this.#comments.receive(req, res, route.path, send);
    if (route.kind === 'post') return this.#post(req, res, route.inside, send);
  }

  /**
   * A form of a reader's page. Its handler gets no cookie of the staff and cannot run a server action;
   * what it answers is sent with its status, or the page that it names in its place.
   */
  async #post(
    req: IncomingMessage,
    res: ServerResponse,
    inside: string,
    send: SendAnswer,
  ): Promise<void> {
    const cookies = readerCookies(req.headers.cookie);
    if (cookies) req.headers.cookie = cookies;
    else delete req.headers.cookie;
    delete req.headers['next-action'];
    const { answer, stash } = await this.#options.origin.capture(req, inside);
    const page = answer.headers[RENDER_HEADER];
    if (typeof page === 'string') {
      const { readers } = this.#options;
      const made = await readers.page(page, answer.status, { keep: false, stash, secret: true });
      return send(req, res, made);
    }
    const { status } = answer;
    if (status === 404 || status === 410 || status === 500) {
      return send(req, res, { kind: 'status', status, keep: 'never' });
    }
    return this.#passOn(res, answer);
  }

  #passOn(res: ServerResponse, { status, headers, body }: OriginAnswer): void {
    const lines: string[] = ['Content-Length', String(body.byteLength)];
    for (const name of PASSED_ON) {
      for (const value of [headers[name] ?? []].flat()) lines.push(name, value);
    }
    res.writeHead(status, [...lines, ...readerLines(false, false, [])]);
    res.end(body);
  }
}

const WRITES = new Set(['PUT', 'PATCH', 'DELETE']);
