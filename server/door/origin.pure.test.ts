import type { RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { currentRequest } from '#lib/request-context.ts';
import { nextOrigin } from '#server/door/origin.ts';
import { Ledger } from '#server/press/ledger.ts';

/** An origin on a handler of the test's own, in the place of Next. */
function origin(handle: RequestListener, ledger = new Ledger()) {
  return nextOrigin(handle, ledger, 'https://dateline.test');
}

const ask = { path: '/a', keep: true };

test('an answer is given back whole, however it was written', async () => {
  const { render } = origin((_req, res) => {
    res.writeHead(203, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] });
    res.write('one ');
    res.write(new TextEncoder().encode('two '));
    res.end('thrée');
  });
  const { status, headers, body } = await render(ask);
  expect(status).toBe(203);
  expect(headers).toMatchObject({ 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] });
  expect(body.toString()).toBe('one two thrée');
});

test('a long page does not wait for a client that is not there', async () => {
  const chunk = Buffer.alloc(100_000, 'x');
  const { render } = origin((_req, res) => {
    void pipeline(Readable.from(Array.from({ length: 50 }, () => chunk)), res);
  });
  expect((await render(ask)).body.byteLength).toBe(5_000_000);
});

test('a render knows the site but nobody who asks', async () => {
  let seen: unknown;
  const { render } = origin((req, res) => {
    seen = [req.method, req.url, req.headers];
    res.end();
  });
  await render(ask);
  expect(seen).toEqual([
    'GET',
    '/a',
    {
      accept: '*/*',
      host: 'dateline.test',
      'x-forwarded-host': 'dateline.test',
      'x-forwarded-proto': 'https',
    },
  ]);
});

test('a handler that throws is a failed render, not a reader who waits for ever', async () => {
  const { render } = origin(async () => {
    throw new Error('no');
  });
  await expect(render(ask)).rejects.toThrow('no');
});

test('what a page says about itself while it is rendered comes back with it', async () => {
  const { render } = origin((_req, res) => {
    const context = currentRequest();
    if (context) context.rendered = { tags: ['story:a'], begun: 7 };
    res.end(JSON.stringify(context?.stash));
  });
  const { tags, begun, body } = await render({ ...ask, stash: { typed: 'Hello' } });
  expect([tags, begun, body.toString()]).toEqual([['story:a'], 7, '{"typed":"Hello"}']);
});

test('a request that comes after an edit is not let into a render from before it', async () => {
  const ledger = new Ledger();
  const gate = Promise.withResolvers<void>();
  let running = 0;
  let most = 0;
  const { render } = origin(async (_req, res) => {
    running += 1;
    most = Math.max(most, running);
    await gate.promise;
    running -= 1;
    res.end();
  }, ledger);
  const before = render(ask);
  ledger.touch(['story:a']);
  const after = [render(ask), render(ask)];
  await new Promise(setImmediate);
  expect(most).toBe(1);
  gate.resolve();
  await Promise.all([before, ...after]);
  expect(most).toBe(2);
});
