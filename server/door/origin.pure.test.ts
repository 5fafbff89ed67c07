import type { RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { keepUntilTouched } from '#lib/cache.ts';
import { Ledger } from '#lib/ledger.ts';
import { currentRequest } from '#lib/request-context.ts';
import { nextOrigin } from '#server/door/origin.ts';

/** An origin on a handler of the test's own, in the place of Next. */
function origin(handle: RequestListener, ledger = new Ledger()) {
  return nextOrigin(handle, ledger, 'https://dateline.test');
}

const ask = { path: '/a' };

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
      'user-agent': 'dateline',
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

test('the tags that a page names while it is rendered come back with it', async () => {
  const { render } = origin(async (_req, res) => {
    keepUntilTouched('site');
    await new Promise(setImmediate);
    keepUntilTouched('story:a', 'site');
    res.end(JSON.stringify(currentRequest()?.stash));
  });
  const { tags, body } = await render({ ...ask, stash: { typed: 'Hello' } });
  expect([tags, body.toString()]).toEqual([['site', 'story:a'], '{"typed":"Hello"}']);
});

test('an answer counts from the moment that it was asked for, not from when it was ready', async () => {
  const ledger = new Ledger();
  const { render } = origin((_req, res) => {
    ledger.touch(['story:a']);
    keepUntilTouched('story:a');
    res.end();
  }, ledger);
  const { tags, begun } = await render(ask);
  expect(ledger.isStale(tags, begun)).toBe(true);
});
