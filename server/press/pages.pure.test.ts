import lifetimes from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js';
import { beforeEach, expect, test } from 'vitest';
import { inRequest, type RequestContext } from '#lib/request-context.ts';
import { forget } from '#lib/singleton.ts';
import { ledger } from '#server/press/ledger.ts';
import PageHandler from '#server/press/pages.ts';

const handler = new PageHandler();
const PAGE = { kind: 'APP_PAGE' };

beforeEach(() => {
  forget('press.pages');
  forget('press.ledger');
});

function context(keep = true): RequestContext {
  return { begun: ledger().moment(), keep, stash: undefined, rendered: null };
}

function page(html: string, tags: string, status?: number) {
  const headers = { 'x-next-cache-tags': tags };
  return { kind: 'APP_PAGE', html, headers, rscData: Buffer.from('flight'), status };
}

async function render(html: string, tags: string, within = context(), status?: number) {
  await inRequest(within, () => handler.set('/a', page(html, tags, status), {}));
  return within;
}

async function found(within = context()): Promise<string | undefined> {
  const answer = await inRequest(within, () => handler.get('/a', PAGE));
  return answer?.value.html;
}

test('the door learns the tags of a page and when its render began', async () => {
  const within = await render('words', '_N_T_/a,story:a');
  expect(within.rendered).toEqual({ tags: ['_N_T_/a', 'story:a'], begun: within.begun });
});

test('a page that Next had is told with the moment of its own render', async () => {
  const first = await render('words', 'story:a');
  const second = context();
  expect(await found(second)).toBe('words');
  expect(second.rendered).toEqual({ tags: ['story:a'], begun: first.begun });
});

test('a touched page is rendered anew', async () => {
  await render('words', 'story:a');
  await handler.revalidateTag('story:a');
  expect(await found()).toBeUndefined();
});

test('a render that was overtaken is not kept', async () => {
  const within = context();
  ledger().touch(['story:a']);
  await render('old words', 'story:a', within);
  expect(await found()).toBeUndefined();
});

test('a page for one person is neither kept nor found', async () => {
  await render('mine', 'story:a', context(false));
  expect(await found()).toBeUndefined();
  await render('everybody’s', 'story:a');
  expect(await found(context(false))).toBeUndefined();
});

test('a page that was not found takes no room', async () => {
  await render('nothing here', 'story:a', context(), 404);
  expect(await found()).toBeUndefined();
});

test('Next’s own list of lifetimes does not grow with every address that was ever asked for', async () => {
  const { cacheControls } = lifetimes.SharedCacheControls as unknown as {
    cacheControls: Map<string, unknown>;
  };
  for (const [key, keep] of [
    ['/a', true],
    ['/b', false],
  ] as const) {
    cacheControls.set(key, { revalidate: 900, expire: 1000 });
    await inRequest(context(keep), () => handler.set(key, page('words', ''), {}));
  }
  expect([...cacheControls.keys()]).toEqual([]);
});
