import { type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { onDatabase } from '#e2e/database.ts';
import { expect, test } from '#e2e/support.ts';
import { postCommentPath } from '#lib/paths.ts';
import { type Discussed, discussedStory } from '#tests/discussion.ts';
import { withdraw } from '#tests/newsroom.ts';

/** The rules of the door and the press, once more on the build that readers get. */
const { SITE_URL = '', DATA_DIR = '' } = process.env;

type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** As it is written, without a client's own ideas about addresses and encodings. */
function ask(
  path: string,
  { method = 'GET', body, ...headers }: Record<string, string> = {},
): Promise<Reply> {
  const { hostname: host, port } = new URL(SITE_URL);
  return new Promise((resolve, reject) => {
    const req = request({ host, port, path, method, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        const status = res.statusCode ?? 0;
        resolve({ status, headers: res.headers, body: Buffer.concat(chunks) });
      });
    });
    req.on('error', reject);
    if (body !== undefined) req.setHeader('content-length', Buffer.byteLength(body));
    req.end(body);
  });
}

let story: Discussed;
test.beforeAll(async () => {
  story = await onDatabase(DATA_DIR, () => discussedStory());
  await expect.poll(async () => (await ask(story.path)).status).toBe(200);
});

test('a page has the same bytes for everybody, whoever asks and however often', async () => {
  const first = await ask(story.path);
  const others: Record<string, string>[] = [
    {},
    { 'user-agent': 'Googlebot/2.1' },
    { 'user-agent': 'facebookexternalhit/1.1' },
    { cookie: 'next-auth.session-token=somebody' },
    { rsc: '1', 'next-router-prefetch': '1' },
  ];
  for (const headers of others) {
    const reply = await ask(story.path, headers);
    expect(reply.body.equals(first.body), JSON.stringify(headers)).toBe(true);
    expect(reply.headers['set-cookie']).toBeUndefined();
  }
  expect((await ask(`${story.path}?_rsc=1a2b3`, { rsc: '1' })).body.equals(first.body)).toBe(true);
  expect((await ask(`${story.path}?utm_source=x`)).body.equals(first.body)).toBe(true);
  expect((await ask(`${story.path}?other=1`)).body.equals(first.body)).toBe(true);
});

test('a page comes without the framework’s scripts and within its own policy', async () => {
  for (const path of ['/', story.path, '/search?q=x', '/no/page', '/no-section']) {
    const { body, headers } = await ask(path);
    const html = body.toString();
    expect(html, path).toContain('<h1');
    expect(html.match(/<script(?![^>]*type="(?:application\/ld\+json|module)")/g), path).toBeNull();
    expect(html, path).not.toMatch(/__next_f|__next_error__|<!--|as="script"/);
    expect(html.match(/\sstyle="/g), path).toBeNull();
    expect(headers['content-security-policy'], path).not.toContain('unsafe');
  }
});

test('encodings, HEAD and 304 are as they should be', async () => {
  const zipped = { 'accept-encoding': 'gzip' };
  const etagOf = async () => (await ask(story.path, zipped)).headers.etag;
  // A page that is new is compressed quickly at first, which is another entity.
  await expect.poll(etagOf).toMatch(/-g"$/);
  const plain = await ask(story.path);
  const gzip = await ask(story.path, zipped);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  const head = await ask(story.path, { method: 'HEAD', ...zipped });
  expect([head.status, head.headers.etag, head.body.byteLength]).toEqual([
    200,
    gzip.headers.etag,
    0,
  ]);
  const known = { ...zipped, 'if-none-match': String(gzip.headers.etag) };
  expect((await ask(story.path, known)).status).toBe(304);
});

test('what another process changes is seen within a second, and what it withdraws is gone', async () => {
  const own = await onDatabase(DATA_DIR, () => discussedStory());
  await expect.poll(async () => (await ask(own.path)).status).toBe(200);
  const before = await ask(own.path);
  await onDatabase(DATA_DIR, () => withdraw(own));
  await expect
    .poll(async () => (await ask(own.path)).status, { timeout: 1_000, intervals: [20] })
    .toBe(410);
  const after = await ask(own.path, { 'if-none-match': String(before.headers.etag) });
  expect(after.status).toBe(410);
  expect((await ask('/feed.xml')).body.toString()).not.toContain(own.path);
});

test('forms with errors that are sent at once give each sender the own words', async () => {
  const replies = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const body = `text=Words+of+sender+${index}.&name=&email=wrong`;
      const type = 'application/x-www-form-urlencoded';
      return ask(postCommentPath(story.path), { method: 'POST', body, 'content-type': type });
    }),
  );
  for (const [index, { status, headers, body }] of replies.entries()) {
    expect([422, 429]).toContain(status);
    expect(headers['cache-control']).toBe('private, no-store');
    const words = body.toString().match(/Words of sender \d/g) ?? [];
    expect(new Set(words)).toEqual(new Set([`Words of sender ${index}`]));
  }
  expect((await ask(story.path)).body.toString()).not.toContain('Words of sender');
});

test('ten thousand made-up addresses are all missing, and the pages are still there', async () => {
  const statuses = new Set<number>();
  for (let done = 0; done < 10_000; done += 50) {
    const replies = Array.from({ length: 50 }, (_, n) => ask(`/world/made-up-${done + n}`));
    for (const { status } of await Promise.all(replies)) statuses.add(status);
  }
  expect([...statuses]).toEqual([404]);
  expect((await ask(story.path)).status).toBe(200);
});

test('the desk’s scripts carry the nonce of their answer, and no two answers share one', async () => {
  const nonces = new Set<string>();
  for (const _ of [1, 2]) {
    const { headers, body } = await ask('/desk/sign-in');
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? [];
    const scripts = body.toString().match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});
