import { globSync } from 'node:fs';
import { join, sep } from 'node:path';

/** One file of the application that answers, by the addresses that it has inside. */
export type AppRoute = { file: string; segments: readonly string[] };

/** Every page and every route handler, as the files under app/ say. */
export function appRoutes(root: string): AppRoute[] {
  return globSync('**/{page,route}.{ts,tsx,js,jsx}', { cwd: join(root, 'app') })
    .map((found) => {
      const file = found.split(sep).join('/');
      const segments = file.split('/').slice(0, -1);
      return { file, segments: segments.filter((segment) => !/^\(.*\)$/.test(segment)) };
    })
    .toSorted((one, other) => one.file.localeCompare(other.file));
}

/** The file that answers for an address, as Next chooses: what is spelled out goes before a parameter. */
export function routeFor(routes: readonly AppRoute[], path: string): AppRoute | undefined {
  const asked = pathParts(path);
  const fitting = routes.filter((route) => fits(route.segments, asked));
  return fitting.toSorted((one, other) => compare(one.segments, other.segments))[0];
}

/** An address of a file that nobody asked for, with the parts of addresses that were found. */
export function addressLike(
  { segments }: AppRoute,
  found: readonly { route: AppRoute; path: string }[],
): string {
  const nearest = found.toSorted(
    (one, other) => shared(other.route.segments, segments) - shared(one.route.segments, segments),
  )[0];
  const same = nearest ? shared(nearest.route.segments, segments) : 0;
  const parts = segments.map((segment, at) => {
    if (!segment.startsWith('[')) return segment;
    const from = at < same ? nearest : found.find(({ route }) => route.segments.includes(segment));
    const where = from?.route.segments.indexOf(segment) ?? -1;
    const part = pathParts(from?.path ?? '')[where] ?? '1';
    // A first page has no number in its address.
    return encodeURIComponent(part === '1' ? '2' : part);
  });
  return `/${parts.join('/')}`;
}

/** How many segments two files have in common from their beginning. */
function shared(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((segment, n) => segment !== other[n]);
  return at < 0 ? one.length : at;
}

function pathParts(path: string): string[] {
  return (path.split('?')[0] ?? '').split('/').filter(Boolean).map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function fits(segments: readonly string[], asked: readonly string[]): boolean {
  const rest = segments.findIndex((segment) => /^\[\[?\.\.\./.test(segment));
  const fixed = rest < 0 ? segments : segments.slice(0, rest);
  if (rest < 0 ? asked.length !== fixed.length : asked.length < fixed.length) return false;
  if (rest >= 0 && asked.length === fixed.length && !segments[rest]?.startsWith('[[')) return false;
  return fixed.every((segment, at) => segment.startsWith('[') || segment === asked[at]);
}

/** Spelled out, then a parameter, then a rest of any length. */
function rank(segment: string | undefined): number {
  if (segment === undefined || /^\[\[?\.\.\./.test(segment)) return 2;
  return segment.startsWith('[') ? 1 : 0;
}

function compare(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = rank(one[at]) - rank(other[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}
