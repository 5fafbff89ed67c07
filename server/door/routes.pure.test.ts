import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RESERVED_SECTIONS } from '#lib/paths.ts';
import { encodePath, parseAddress, spell } from '#server/door/address.ts';
import { postRouteOf, routeOf } from '#server/door/routes.ts';

function route(raw: string) {
  const address = parseAddress(raw);
  return address && routeOf(address);
}

test('every shape of public address leads to its page', () => {
  const pages = {
    '/': '/fronts/home',
    '/world': '/world',
    '/world/page/2': '/world/page/2',
    '/world/feed.xml': '/world/feed.xml',
    '/world/talks': '/world/talks',
    '/world/talks/comments/2': '/world/talks/comments/oldest/2',
    '/world/talks/comments/newest': '/world/talks/comments/newest/1',
    '/world/talks/comments/newest/page/3': '/world/talks/comments/newest/3',
    '/world/talks/comments/recommended': '/world/talks/comments/recommended/1',
    '/world/talks/comments/count.json': '/world/talks/comments/count.json',
    '/world/talks/comment/c1': '/world/talks/comment/c1',
    '/world/talks/thread/c1': '/world/talks/thread/c1/1',
    '/world/talks/thread/c1/page/2': '/world/talks/thread/c1/2',
    '/world/talks/reply/c1': '/world/talks/reply/c1',
    '/world/talks/reply/c1/quote': '/world/talks/reply/c1/quote',
    '/world/talks/report/c1': '/world/talks/report/c1',
    '/world/talks/report/c1/sent': '/world/talks/report/c1/sent',
    '/topics/oil': '/topics/oil',
    '/places/astana/page/3': '/places/astana/page/3',
    '/authors/eva-lind/feed.xml': '/authors/eva-lind/feed.xml',
    '/feed.xml': '/feed.xml',
    '/sitemap.xml': '/sitemap.xml',
    '/robots.txt': '/robots.txt',
    '/comments': '/comments',
    '/comments/tok': '/comments/tok',
    '/privacy/comments': '/privacy/comments',
    '/comments/tok/edit': '/comments/tok/edit',
    '/privacy/comments/asked': '/privacy/comments/asked',
    '/privacy/comments/tok': '/privacy/comments/tok',
    '/privacy/held/tok/data.json': '/privacy/held/tok/data.json',
    '/privacy/unsubscribe/tok': '/privacy/unsubscribe/tok',
    '/search?q=oil': '/results/oil/1',
  };
  for (const [raw, inside] of Object.entries(pages)) {
    expect(route(raw), raw).toMatchObject({ kind: 'page', inside });
  }
});

test('a reserved name is never taken for a section', () => {
  const read = new Set([
    'comments',
    'corrections',
    'feed.xml',
    'sitemap.xml',
    'robots.txt',
    'search',
    'transparency',
    'transparency.csv',
  ]);
  for (const name of RESERVED_SECTIONS) {
    const found = route(`/${name}`);
    if (read.has(name)) expect(found, name).toMatchObject({ kind: 'page', registered: null });
    else expect(['missing', 'app', 'health'], name).toContain(found?.kind);
  }
});

test('the forms about privacy are taken in where no page stands', () => {
  const at = (raw: string) => {
    const address = parseAddress(raw);
    return address && postRouteOf(address);
  };
  const taken = {
    '/privacy/comments': '/privacy/ask',
    '/privacy/comments/tok': '/privacy/open/tok',
    '/privacy/held/tok': '/privacy/erase/tok',
    '/privacy/confirm/tok': '/privacy/confirmed/tok',
    '/privacy/unsubscribe/tok': '/privacy/unsubscribed/tok',
  };
  for (const [raw, inside] of Object.entries(taken)) {
    expect(at(raw), raw).toMatchObject({ kind: 'post', inside });
    expect(route(inside)?.kind, inside).toBe('missing');
  }
  for (const raw of ['/privacy', '/privacy/held', '/privacy/constructor/tok', '/privacy/a/b/c']) {
    expect(at(raw), raw).toBeNull();
  }
});

test('a page number is a number, of a size that can be meant', () => {
  for (const n of ['0', '-1', '01', '1.5', 'x', '99999999', '२']) {
    expect(route(`/world/page/${n}`)?.kind, n).toBe('missing');
  }
});

test('every address is answered somehow, and no page of one is reached by another’s name', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('fronts', 'results', 'status', 'form', '..', '.', 'page', 'comments', 'home'),
  );
  const raw = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(raw, fc.string(), (path, query) => {
      const found = route(`${path}?${query}`);
      if (found?.kind !== 'page') return;
      const [first] = found.inside.slice(1).split(/[/?]/);
      expect(['status', 'form', '..', '.']).not.toContain(first);
      if (first === 'fronts') expect(path.replaceAll('/', '')).toMatch(/^([#?].*)?$/);
      if (first === 'results') expect(path).toMatch(/search/);
    }),
  );
});

test('an address has one spelling, which leads back to it', () => {
  const segment = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => {
    return !/[/\\\p{Cc}]|^\.{1,2}$/u.test(text) && text.isWellFormed();
  });
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
      const path = `/${segments.join('/')}`;
      const address = parseAddress(encodePath(path));
      expect(address).toMatchObject({ path, tidy: true });
      expect(address && spell(address.path, address.query)).toBe(encodePath(path));
    }),
  );
});

test('a proxy’s absolute address is read, and its fragment is not', () => {
  expect(parseAddress('http://other.test/world/talks?a=1')?.path).toBe('/world/talks');
  expect(parseAddress('http://other.test')?.path).toBe('/');
  expect(parseAddress('*')?.path).toBe('/');
  expect(parseAddress('/world#comments')?.path).toBe('/world');
});

test('only what tracks people is taken off a query', () => {
  const address = parseAddress('/a?utm_source=x&q=1&fbclid=2&UTM_Medium=3&gclid=4&page=5&reset=6');
  expect(String(address?.query)).toBe('q=1&page=5&reset=6');
});
