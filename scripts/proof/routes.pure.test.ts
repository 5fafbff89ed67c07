import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addressLike, appRoutes, routeFor } from '#scripts/proof/routes.ts';

const routes = appRoutes('.');
const fileFor = (path: string) => routeFor(routes, path)?.file;

test('every page and every handler under app/ is found, once', () => {
  const files = routes.map((route) => route.file);
  expect(files.length).toBeGreaterThan(60);
  expect(new Set(files).size).toBe(files.length);
  for (const file of files) expect(existsSync(`app/${file}`)).toBe(true);
  expect(files).toContain('(site)/privacy/ask/route.ts');
});

test.each([
  ['/fronts/home', '(site)/fronts/[front]/page.tsx'],
  ['/world', '(site)/[section]/page.tsx'],
  ['/world/feed.xml', '(machines)/[section]/feed.xml/route.ts'],
  ['/world/talks-begin?q=1', '(site)/[section]/[slug]/page.tsx'],
  ['/comments/a-token', '(site)/comments/[token]/page.tsx'],
  ['/desk', '(desk)/desk/page.tsx'],
  ['/desk/stories/new', '(desk)/desk/(shell)/stories/new/page.tsx'],
  ['/desk/stories/abc', '(desk)/desk/(shell)/stories/[id]/page.tsx'],
  ['/desk/no/such/page', '(desk)/desk/(shell)/[...nowhere]/page.tsx'],
  ['/api/auth/callback/credentials', 'api/auth/[...nextauth]/route.ts'],
  ['/results/%C3%A9t%C3%A9/1', '(site)/results/[q]/[page]/page.tsx'],
  ['/results/%E0%A4%A/1', '(site)/results/[q]/[page]/page.tsx'],
])('%s is answered by %s', (path, file) => {
  expect(fileFor(path)).toBe(file);
});

test('what no file answers for has none', () => {
  expect(fileFor('/a/b/c/d/e/f')).toBeUndefined();
});

test('what nothing leads to is asked for with the parts of what was found', () => {
  const route = (address: string) => ({ file: address, segments: address.split('/').slice(1) });
  const found = [
    { route: route('/[section]/page/[page]'), path: '/world/page/2' },
    { route: route('/[section]/[slug]'), path: '/culture/%C3%A9t%C3%A9?a=b' },
    { route: route('/[section]/[slug]/reply/[comment]'), path: '/culture/play/reply/abc' },
  ];
  const like = (address: string) => addressLike(route(address), found);
  expect(like('/[section]/[slug]/comments/count.json')).toBe(
    '/culture/%C3%A9t%C3%A9/comments/count.json',
  );
  expect(like('/[section]/[slug]/thread/[comment]/[n]')).toBe(
    '/culture/%C3%A9t%C3%A9/thread/abc/2',
  );
});
