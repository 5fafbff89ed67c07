import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { KnownPath } from '#features/paths/queries.ts';
import { now } from '#lib/clock.ts';
import { Ledger } from '#lib/ledger.ts';
import { Assets } from '#server/door/assets.ts';
import { Desk } from '#server/door/desk.ts';
import { door } from '#server/door/door.ts';
import { Forms } from '#server/door/forms.ts';
import type { Origin, OriginAnswer, OriginRequest } from '#server/door/origin.ts';
import { Readers } from '#server/door/readers.ts';
import { Press } from '#server/press/press.ts';

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Page = Partial<OriginAnswer> & { html?: string };
type Pages = Record<string, (asked: OriginRequest) => Page | Promise<Page>>;

/** A door with a real press, on an origin that answers what the test says, reached by real HTTP. */
export async function openDoor({
  pages = {},
  known = {},
  pressed = true,
  siteUrl = 'http://dateline.test',
}: {
  pages?: Pages;
  known?: Record<string, Partial<KnownPath>>;
  pressed?: boolean;
  siteUrl?: string;
} = {}) {
  const ledger = new Ledger();
  const renders: string[] = [];
  const passed: { url?: string; method?: string; headers: IncomingHttpHeaders }[] = [];
  const internal: Pages = {
    '/status/missing': () => ({ html: '<h1>Missing</h1>', tags: ['site'] }),
    '/status/gone': () => ({ html: '<h1>Withdrawn</h1>', tags: ['site'] }),
    '/status/error': () => ({ html: '<h1>Sorry</h1>', tags: ['site'] }),
  };

  async function answer(asked: OriginRequest): Promise<OriginAnswer> {
    renders.push(asked.path);
    const begun = ledger.generation;
    const make = pages[asked.path] ?? internal[asked.path];
    const { html, ...page } = make ? await make(asked) : { status: 404, html: 'shell' };
    const headers = { 'content-type': 'text/html; charset=utf-8', ...page.headers };
    const body = page.body ?? Buffer.from(html ?? '');
    return { status: 200, tags: [], begun, ...page, headers, body };
  }
  const origin: Origin = {
    render: answer,
    async capture(req, path) {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const stash = { typed: Buffer.concat(chunks).toString(), headers: { ...req.headers } };
      return { answer: await answer({ path: `POST ${path}`, stash }), stash };
    },
  };

  const folder = mkdtempSync(join(inject('workplace'), 'public-'));
  writeFileSync(join(folder, 'reader.js'), 'export const words = 1;'.repeat(20));
  const secure = siteUrl.startsWith('https:');
  const readers = new Readers({
    origin,
    secure,
    async lookUp(path) {
      const row = known[path];
      if (!row) return null;
      return { state: 'here', noun: 'story', thingId: 'a', target: null, ...row };
    },
  });
  const desk = new Desk({
    secure,
    dev: false,
    handle(req, res) {
      passed.push({ url: req.url, method: req.method, headers: { ...req.headers } });
      res.end('desk');
    },
  });
  const press = new Press({ ledger, on: pressed, now, later: () => undefined });
  const handle = door({
    press,
    readers,
    desk,
    forms: new Forms({ origin, readers, desk, siteUrl }),
    assets: new Assets({ public: folder }, secure),
    secure,
    trustProxy: false,
    checkReady: async () => undefined,
  });
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;

  /** Sends a request as it is written, without a client's own ideas about addresses or encodings. */
  function ask(
    path: string,
    { method = 'GET', body, ...headers }: Record<string, string> = {},
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const req = request({ host: '127.0.0.1', port, path, method, headers }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            headers: res.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      req.on('error', reject);
      if (body !== undefined) req.setHeader('content-length', Buffer.byteLength(body));
      req.end(body);
    });
  }

  return { ask, renders, passed, ledger, press, port };
}
