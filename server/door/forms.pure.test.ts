import { request } from 'node:http';
import { expect, test } from 'vitest';
import { openDoor } from '#tests/door.ts';

const POST = '/comments/tok/edit';
const site = () => ({
  known: { '/world/talks': {} },
  pages: {
    [`POST ${POST}`]: () => ({ status: 303, headers: { location: '/comments/tok' } }),
    '/world/talks': () => ({ html: 'Talks', tags: [] }),
  },
});
const form = { method: 'POST', body: 'text=Hello' };

test('a form of this site is handed on, and its answer is sent', async () => {
  const { ask } = await openDoor(site());
  const reply = await ask(POST, { ...form, 'sec-fetch-site': 'same-origin' });
  expect([reply.status, reply.headers.location]).toEqual([303, '/comments/tok']);
  expect(reply.headers['cache-control']).toBe('private, no-store');
});

test('a form of another site is refused with a page that can be read, and is not handed on', async () => {
  const { ask, renders } = await openDoor(site());
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://dateline.test' },
    { origin: 'http://evil.test' },
    { origin: 'null' },
    { origin: 'not an origin' },
    { cookie: 'a=b' },
  ];
  for (const headers of foreign) {
    for (const path of [POST, '/desk/sign-in', '/api/auth/callback/credentials']) {
      const reply = await ask(path, { ...form, ...headers });
      expect(reply.status, JSON.stringify(headers)).toBe(403);
      expect(reply.body.toString()).toContain('<h1>This form was not sent from this site</h1>');
    }
  }
  expect(renders).toEqual([]);
});

test('the button of a mail program ends letters, wherever it is pressed and with no cookie', async () => {
  const seen: unknown[] = [];
  const { ask } = await openDoor({
    pages: {
      'POST /privacy/unsubscribed/tok': ({ stash }) => {
        seen.push((stash as { headers: Record<string, string> }).headers.cookie);
        return { status: 200, headers: { 'content-type': 'text/plain' } };
      },
    },
  });
  const oneClick = { method: 'POST', body: 'List-Unsubscribe=One-Click' };
  const senders: Record<string, string>[] = [
    {},
    { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site', cookie: 'session=secret' },
  ];
  for (const headers of senders) {
    const reply = await ask('/privacy/unsubscribe/tok', { ...oneClick, ...headers });
    expect([reply.status, reply.headers.location]).toEqual([200, undefined]);
  }
  expect(seen).toEqual([undefined, undefined]);
  const elsewhere = { ...oneClick, 'sec-fetch-site': 'cross-site' };
  for (const path of ['/privacy/comments', '/privacy/held/tok', '/privacy/confirm/tok']) {
    expect((await ask(path, elsewhere)).status).toBe(403);
  }
});

test('a browser without the new header is known by the old one, lynx by having no cookie', async () => {
  const { ask, port } = await openDoor(site());
  const own: Record<string, string>[] = [
    { origin: 'http://dateline.test' },
    { origin: `http://127.0.0.1:${port}` },
    {},
  ];
  for (const headers of own) {
    expect((await ask(POST, { ...form, ...headers })).status).toBe(303);
  }
});

test('the handler of a form gets no cookie, no server action and no claim about who asks', async () => {
  const seen: unknown[] = [];
  const { ask } = await openDoor({
    pages: {
      [`POST ${POST}`]: ({ stash }) => {
        seen.push(stash);
        return { status: 303, headers: { location: '/' } };
      },
    },
  });
  await ask(POST, {
    ...form,
    'sec-fetch-site': 'same-origin',
    cookie: 'session=secret',
    'next-action': 'abc',
    'x-dateline-place': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
  });
  const headers = (seen[0] as { headers: Record<string, string> }).headers;
  expect(headers.cookie).toBeUndefined();
  expect(headers['next-action']).toBeUndefined();
  expect(headers['x-forwarded-for']).toBeUndefined();
  expect(headers['x-dateline-place']).toBe('127.0.0.1');
});

test('a form with errors is answered with its page, its status and what was typed', async () => {
  const { ask, press } = await openDoor({
    pages: {
      [`POST ${POST}`]: () => ({ status: 422, headers: { 'x-dateline-render': '/form/talks' } }),
      '/form/talks': ({ stash }) => {
        return { html: `<form>${(stash as { typed: string }).typed}</form>`, tags: ['story:a'] };
      },
    },
  });
  for (const body of ['text=One', 'text=Two']) {
    const reply = await ask(POST, { ...form, body, 'accept-encoding': 'identity' });
    expect([reply.status, reply.body.toString()]).toEqual([422, `<form>${body}</form>`]);
    expect(reply.headers['cache-control']).toBe('private, no-store');
    expect(reply.headers['x-dateline-render']).toBeUndefined();
  }
  expect(press.holds.pages).toBe(0);
});

test('nothing can be sent where nothing is received', async () => {
  const { ask, passed } = await openDoor(site());
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    for (const path of ['/', '/world/talks', '/feed.xml', '/search']) {
      const reply = await ask(path, { method, body: '' });
      expect([reply.status, reply.headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD']);
    }
  }
  const put = await ask(POST, { method: 'PUT', body: 'x' });
  expect([put.status, put.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  expect(passed).toEqual([]);
});

test('a body that is too long is refused in words, not by a cut connection', async () => {
  const { ask, renders } = await openDoor(site());
  const reply = await ask(POST, { ...form, body: `text=${'x'.repeat(64 * 1024)}` });
  expect(reply.status).toBe(413);
  expect(reply.body.toString()).toContain('<h1>This is too long</h1>');
  const fits = await ask(POST, { ...form, body: `text=${'x'.repeat(60 * 1024)}` });
  expect(fits.status).toBe(303);
  expect(renders).toHaveLength(1);
});

test('a body of no stated length is refused: it could go on for ever', async () => {
  const { port } = await openDoor(site());
  const status = await new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path: POST, method: 'POST' }, (res) => {
      res.resume();
      resolve(res.statusCode);
    });
    req.on('error', reject);
    req.setHeader('transfer-encoding', 'chunked');
    req.write('text=');
    req.end('x');
  });
  expect(status).toBe(411);
});

test('a handler that finds no story, or breaks, gives the page for it', async () => {
  const { ask } = await openDoor({
    pages: {
      'POST /comments/gone/edit': () => ({ status: 410 }),
      'POST /comments/broken/edit': () => ({ status: 500, html: 'Error: secret' }),
    },
  });
  const statuses = { '/comments/nothing/edit': 404, '/comments/gone/edit': 410 };
  for (const [path, status] of Object.entries(statuses)) {
    expect((await ask(path, form)).status).toBe(status);
  }
  const broken = await ask('/comments/broken/edit', form);
  expect([broken.status, broken.body.toString()]).toEqual([500, '<h1>Sorry</h1>']);
});

test('the desk gets the request as it is, with a nonce that is new each time', async () => {
  const { ask, passed } = await openDoor();
  const first = await ask('/desk/stories?state=live', { cookie: 'session=mine', rsc: '1' });
  const second = await ask('/desk/stories', {});
  const [request1, request2] = passed;
  expect(request1).toMatchObject({ url: '/desk/stories?state=live' });
  expect(request1?.headers).toMatchObject({ cookie: 'session=mine', rsc: '1' });
  const policy = String(first.headers['content-security-policy']);
  expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(request1?.headers['content-security-policy']).toBe(policy);
  expect(request2?.headers['content-security-policy']).not.toBe(policy);
  expect(second.status).toBe(200);
});

test('nobody can choose the nonce or pass for somewhere else', async () => {
  const { ask, passed } = await openDoor();
  await ask('/desk', {
    'content-security-policy': "script-src 'nonce-mine'",
    'x-middleware-subrequest': 'middleware',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.test',
  });
  const sent = JSON.stringify(passed[0]?.headers);
  for (const word of ['nonce-mine', 'subrequest', '6.6.6.6', 'evil.test']) {
    expect(sent).not.toContain(word);
  }
});

test('the handler of a form gets a reader’s own cookies, and the page of its own comments does', async () => {
  const token = 'a'.repeat(43);
  const own = `browser=${token}`;
  const seen: unknown[] = [];
  const { ask } = await openDoor({
    pages: {
      'POST /comments/act/recommend': ({ stash }) => {
        seen.push((stash as { headers: Record<string, string> }).headers.cookie);
        return { status: 303, headers: { location: '/', 'set-cookie': own } };
      },
      '/comments': ({ stash }) => {
        seen.push(stash);
        return { html: 'Mine', tags: ['story:a'] };
      },
      [`/comments/${token}`]: ({ stash }) => {
        seen.push(stash);
        return { html: 'One', tags: [] };
      },
    },
  });
  const cookie = `session=secret; ${own}`;
  const sent = await ask('/comments/act/recommend', {
    ...form,
    cookie,
    'sec-fetch-site': 'same-origin',
  });
  expect(sent.headers['set-cookie']).toEqual([own]);
  expect((await ask('/comments', { cookie })).headers['cache-control']).toBe('private, no-store');
  await ask('/comments');
  await ask(`/comments/${token}`, { cookie });
  expect(seen).toEqual([own, own, undefined, undefined]);
});

test('a browser of the old kind may send a form with a reader’s cookies, and with no others', async () => {
  const { ask } = await openDoor(site());
  const cookie = `browser=${'a'.repeat(43)}`;
  expect((await ask(POST, { ...form, cookie })).status).toBe(303);
  expect((await ask(POST, { ...form, cookie: `${cookie}; session=x` })).status).toBe(403);
});
