import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { loggable } from '#lib/errors.ts';
import { readerCookies } from '#lib/reader-cookies.ts';
import { type Address, MAX_URL, parseAddress, spell } from '#server/door/address.ts';
import type { Assets } from '#server/door/assets.ts';
import type { Desk } from '#server/door/desk.ts';
import type { Forms } from '#server/door/forms.ts';
import { readerLines } from '#server/door/lines.ts';
import { identify } from '#server/door/place.ts';
import { plainPage } from '#server/door/plain.ts';
import type { Readers } from '#server/door/readers.ts';
import { type Route, routeOf } from '#server/door/routes.ts';
import { sendSheet, sendText } from '#server/door/send.ts';
import type { Answer, Press } from '#server/press/press.ts';

export type DoorOptions = {
  press: Press;
  readers: Readers;
  forms: Forms;
  desk: Desk;
  assets: Assets;
  secure: boolean;
  trustProxy: boolean;
  /** Throws if the database does not answer. */
  checkReady: () => Promise<void>;
};

type PageRoute = Extract<Route, { kind: 'page' }>;

/** The internal page that is sent for each status that has one. */
const STATUS_PAGES = { 404: '/status/missing', 410: '/status/gone', 500: '/status/error' } as const;

/**
 * Every request comes in here. What the press holds is sent before anything is taken apart; the rest
 * goes where the table of routes says.
 */
export function door(options: DoorOptions): RequestListener {
  const { press, assets, forms, desk, readers, secure } = options;

  function enter(req: IncomingMessage, res: ServerResponse): void {
    const { url = '/', method } = req;
    if (method === 'GET' || method === 'HEAD') {
      const sheet = press.peek(url) ?? assets.peek(url);
      if (sheet) {
        sendSheet(req, res, sheet);
        return;
      }
    }
    receive(req, res).catch((error: unknown) => fail(req, res, error));
  }

  async function receive(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { url = '/', method } = req;
    identify(req, options.trustProxy);
    if (url.length > MAX_URL) return plainPage(req, res, 414);
    const address = parseAddress(url);
    if (!address) return plainPage(req, res, 400);
    if (method !== 'GET' && method !== 'HEAD') return forms.receive(req, res, address, sendAnswer);
    if (!address.tidy) return redirect(req, res, spell(address.path, address.query));
    const file = await assets.find(address.path);
    if (file) return sendSheet(req, res, file);
    return follow(req, res, address);
  }

  async function follow(
    req: IncomingMessage,
    res: ServerResponse,
    address: Address,
  ): Promise<void> {
    const route = routeOf(address);
    switch (route.kind) {
      case 'page':
        return sendAnswer(req, res, await answerOf(route, address, req.headers.cookie));
      case 'app':
        return desk.pass(req, res, route.area);
      case 'moved':
        return redirect(req, res, route.location);
      case 'health':
        if (route.what === 'readyz') await options.checkReady();
        return sendText(req, res, 200, 'ok');
      default:
        return sendAnswer(req, res, { kind: 'status', status: 404, keep: 'never' });
    }
  }

  function answerOf(route: PageRoute, address: Address, cookies?: string): Promise<Answer> {
    const query = address.query.size > 0 ? `?${address.query}` : '';
    if (route.keep !== 'page') {
      return readers.make(route, query, route.personal ? readerCookies(cookies) : undefined);
    }
    return press.answer(spell(address.path, address.query), () => readers.make(route, query));
  }

  async function sendAnswer(
    req: IncomingMessage,
    res: ServerResponse,
    answer: Answer,
  ): Promise<void> {
    if (answer.kind === 'sheet') return sendSheet(req, res, answer.sheet);
    if (answer.kind === 'moved') return redirect(req, res, answer.location, answer.passing);
    const { status } = answer;
    // The key is no address, so that nobody can ask for the page itself.
    const page = await press.answer(`!${status}`, () =>
      readers.page(STATUS_PAGES[status], status, { keep: true }),
    );
    if (page.kind === 'sheet') sendSheet(req, res, page.sheet);
  }

  function redirect(
    req: IncomingMessage,
    res: ServerResponse,
    location: string,
    passing = false,
  ): void {
    sendText(req, res, passing ? 302 : 301, `This is now at ${location}`, [
      'Location',
      location,
      ...readerLines(secure, false, []),
    ]);
  }

  /** A surprise: said in the log without what was asked for, and to the reader with a way onward. */
  async function fail(req: IncomingMessage, res: ServerResponse, error: unknown): Promise<void> {
    console.error('A request failed:', loggable(error));
    if (res.headersSent || res.destroyed) return void res.destroy();
    if (req.url === '/readyz') return sendText(req, res, 503, 'The database does not answer.');
    try {
      await sendAnswer(req, res, { kind: 'status', status: 500, keep: 'never' });
    } catch {
      plainPage(req, res, 500);
    }
  }

  return enter;
}
