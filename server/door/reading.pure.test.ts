import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openDoor } from '#tests/door.ts';

const STORY = '/world/talks';
const story = (html = '<h1>Talks in Astana</h1>') => ({
  known: { '/world': {}, [STORY]: {} },
  pages: {
    [STORY]: () => ({ html, tags: ['story:a', 'sections'] }),
    '/fronts/home': () => ({ html: '<h1>Front</h1>', tags: ['live'] }),
  },
});

test('a page is rendered for the first reader and held for all others', async () => {
  const { ask, renders } = await openDoor(story());
  const first = await ask(STORY);
  const second = await ask(STORY);
  expect(first.status).toBe(200);
  expect(first.body.toString()).toBe('<h1>Talks in Astana</h1>');
  expect(second.body).toEqual(first.body);
  expect(second.headers.etag).toBe(first.headers.etag);
  expect(renders).toEqual([STORY]);
});

test('a hundred readers of a page that is not there yet wait for one render', async () => {
  const { ask, renders } = await openDoor(story());
  const replies = await Promise.all(Array.from({ length: 100 }, () => ask(STORY)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(renders).toEqual([STORY]);
});

test('an edit is seen by the next reader, also if it came while the page was being rendered', async () => {
  let words = 'old';
  const gate = Promise.withResolvers<void>();
  const pages = {
    [STORY]: async () => {
      const html = words;
      if (html === 'old') await gate.promise;
      return { html, tags: ['story:a'] };
    },
  };
  const { ask, ledger, renders } = await openDoor({ known: { [STORY]: {} }, pages });
  const overtaken = ask(STORY);
  while (renders.length === 0) await new Promise(setImmediate);
  words = 'new';
  ledger.touch(['story:a']);
  const after = await ask(STORY);
  gate.resolve();
  expect((await overtaken).status).toBe(200);
  expect(after.body.toString()).toBe('new');
  expect((await ask(STORY)).body.toString()).toBe('new');
});

test('the front is the front whatever its internal name, and that name is no address', async () => {
  const { ask } = await openDoor(story());
  expect((await ask('/')).body.toString()).toBe('<h1>Front</h1>');
  for (const inner of ['/fronts/home', '/status/gone', '/results/-/1', '/form/x', '!404']) {
    expect((await ask(inner)).status, inner).not.toBe(200);
  }
});

test('each encoding is sent to those who ask for it, under a strong tag of its own', async () => {
  const html = `<p>${'words '.repeat(500)}</p>`;
  const { ask } = await openDoor(story(html));
  const gzip = await ask(STORY, { 'accept-encoding': 'gzip, deflate' });
  const brotli = await ask(STORY, { 'accept-encoding': 'gzip, deflate, br, zstd' });
  const plain = await ask(STORY);
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(html);
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(html);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(html);
  const tags = [gzip, brotli, plain].map(({ headers }) => headers.etag);
  expect(new Set(tags).size).toBe(3);
  for (const { headers, body } of [gzip, brotli, plain]) {
    expect(headers.etag).toMatch(/^"[^"]+"$/);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-length']).toBe(String(body.byteLength));
  }
});

test('who has the page already gets 304, with the headers but no body', async () => {
  const { ask } = await openDoor(story());
  const { headers } = await ask(STORY, { 'accept-encoding': 'gzip' });
  const etag = String(headers.etag);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask(STORY, { 'accept-encoding': 'gzip', 'if-none-match': known });
    expect(again.status, known).toBe(304);
    expect(again.body.byteLength).toBe(0);
    expect(again.headers.etag).toBe(etag);
    expect(again.headers['cache-tag']).toBe(headers['cache-tag']);
    expect(again.headers['content-length']).toBeUndefined();
  }
  const other = await ask(STORY, { 'accept-encoding': 'gzip', 'if-none-match': '"other"' });
  expect(other.status).toBe(200);
  const plain = await ask(STORY, { 'if-none-match': etag });
  expect(plain.status).toBe(200);
});

test('a page that was edited is no longer what the reader has', async () => {
  let html = 'old';
  const { ask, ledger } = await openDoor({
    known: { [STORY]: {} },
    pages: { [STORY]: () => ({ html, tags: ['story:a'] }) },
  });
  const etag = String((await ask(STORY)).headers.etag);
  html = 'new';
  ledger.touch(['story:a']);
  const again = await ask(STORY, { 'if-none-match': etag });
  expect(again.status).toBe(200);
  expect(again.body.toString()).toBe('new');
});

test('HEAD says everything but the body', async () => {
  const { ask } = await openDoor(story());
  for (const path of [STORY, '/nothing/here', '/reader.js']) {
    const head = await ask(path, { method: 'HEAD' });
    const get = await ask(path);
    expect(head.body.byteLength).toBe(0);
    expect(head.status).toBe(get.status);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  }
});

test('who follows a tracked link gets the same held page', async () => {
  const { ask, renders } = await openDoor(story());
  const plain = await ask(STORY);
  for (const query of ['utm_source=x&utm_medium=y', 'fbclid=1', 'gclid=2', 'mc_cid=3&mc_eid=4']) {
    const tracked = await ask(`${STORY}?${query}`);
    expect(tracked.body).toEqual(plain.body);
    expect(tracked.headers['cache-control']).toBe(plain.headers['cache-control']);
  }
  expect((await ask(`${STORY}?`)).status).toBe(200);
  expect(renders).toEqual([STORY]);
});

test('another query string goes to Next each time and is kept by nobody', async () => {
  const { pages, known } = story();
  const asked = { ...pages, [`${STORY}?page=2`]: () => ({ html: 'two', tags: ['story:a'] }) };
  const { ask, renders, press } = await openDoor({ known, pages: asked });
  for (const _ of [1, 2]) {
    const reply = await ask(`${STORY}?page=2&utm_source=x`);
    expect(reply.body.toString()).toBe('two');
    expect(reply.headers['cache-control']).toBe('private, no-store');
  }
  expect(renders).toEqual([`${STORY}?page=2`, `${STORY}?page=2`]);
  expect(press.holds.pages).toBe(0);
});

test('a request for flight data gets the page itself: nothing of the other kind is ever held', async () => {
  const { ask, renders } = await openDoor(story());
  const asked = { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/desk' };
  const flight = await ask(`${STORY}?_rsc=abc12`, asked);
  const plain = await ask(STORY);
  expect(flight.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(flight.body).toEqual(plain.body);
  expect(renders).toEqual([STORY]);
});

test('a crawler gets the very same bytes and headers as everybody', async () => {
  const { ask } = await openDoor(story());
  const agents = ['Mozilla/5.0', 'Googlebot/2.1', 'Twitterbot/1.0', 'facebookexternalhit/1.1', ''];
  const replies = [];
  for (const agent of agents) replies.push(await ask(STORY, { 'user-agent': agent }));
  const [first] = replies;
  for (const reply of replies) {
    expect(reply.body).toEqual(first?.body);
    expect({ ...reply.headers, date: '' }).toEqual({ ...first?.headers, date: '' });
  }
});

test('nothing of whoever asks reaches the render, and no cookie comes back', async () => {
  const seen: unknown[] = [];
  const { ask } = await openDoor({
    known: { [STORY]: {} },
    pages: {
      [STORY]: (asked) => {
        seen.push(asked);
        return {
          html: 'page',
          tags: ['site'],
          headers: { 'set-cookie': 'who=me', 'x-powered-by': 'x' },
        };
      },
    },
  });
  const mine = await ask(STORY, { cookie: 'session=secret', authorization: 'Bearer secret' });
  expect(JSON.stringify(seen)).not.toContain('secret');
  expect(mine.headers['set-cookie']).toBeUndefined();
  expect(mine.headers['x-powered-by']).toBeUndefined();
  expect((await ask(STORY)).headers['set-cookie']).toBeUndefined();
});

test('a writer’s own page is made for each request and may be stored by nobody', async () => {
  const { ask, renders, press } = await openDoor({
    pages: { '/comments/tok': () => ({ html: 'waiting', tags: ['story:a'] }) },
  });
  for (const _ of [1, 2]) {
    const reply = await ask('/comments/tok');
    expect(reply.headers['cache-control']).toBe('private, no-store');
    expect(reply.headers['cache-tag']).toBeUndefined();
  }
  expect(renders).toEqual(['/comments/tok', '/comments/tok']);
  expect(press.holds.pages).toBe(0);
});

test('a search is an internal page of its words, and is not held', async () => {
  const { ask, renders } = await openDoor();
  for (const query of ['', '?q=', '?q=Kazakhstan+talks', '?q=a%2Fb&page=3', '?q=..', '?page=-1']) {
    await ask(`/search${query}`);
  }
  expect(renders.filter((path) => path.startsWith('/results'))).toEqual([
    '/results/-/1',
    '/results/-/1',
    '/results/Kazakhstan%20talks/1',
    '/results/a%20b/3',
    '/results/-/1',
    '/results/-/1',
  ]);
});

test('a feed is held if it names its tags', async () => {
  const { ask, renders, ledger } = await openDoor({
    pages: {
      '/feed.xml': () => ({
        html: '<rss/>',
        tags: ['live', 'site'],
        headers: { 'content-type': 'application/rss+xml' },
      }),
      '/robots.txt': () => ({ html: 'User-agent: *', headers: { 'content-type': 'text/plain' } }),
    },
  });
  const feed = await ask('/feed.xml');
  expect(feed.headers['content-type']).toBe('application/rss+xml');
  expect(feed.headers['surrogate-key']).toBe('live site');
  await ask('/feed.xml');
  ledger.touch(['live']);
  await ask('/feed.xml');
  await ask('/robots.txt');
  await ask('/robots.txt');
  expect(renders).toEqual(['/feed.xml', '/feed.xml', '/robots.txt', '/robots.txt']);
});

test('an address that is a secret is kept by nobody, goes into no index and is told to no other site', async () => {
  const token = 'a'.repeat(43);
  const secret = () => ({ html: '<h1>Not out yet</h1>', tags: ['story:a'] });
  const pages = { [`/preview/${token}`]: secret, [`/comments/${token}`]: secret };
  const { ask, renders } = await openDoor({ pages });
  for (const path of Object.keys(pages)) {
    await ask(path);
    expect((await ask(path)).headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
  }
  expect(renders).toHaveLength(4);
});
