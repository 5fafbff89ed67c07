import { RESERVED_SECTIONS } from '#lib/paths.ts';
import type { Address } from '#server/door/address.ts';
import { encodePath, spell } from '#server/door/address.ts';

/** The address in the path registry that decides about a page, and what follows after it. */
export type Registered = {
  path: string;
  rest: string;
  /** True: what is not in the registry does not exist, and Next is not asked. */
  strict: boolean;
};

export type Route =
  | {
      kind: 'page';
      inside: string;
      keep: 'page' | 'never';
      registered: Registered | null;
      /** True if the address is a secret of whoever has it. */
      secret: boolean;
      /** True if the page is made of the reader's own cookies. */
      personal: boolean;
    }
  | {
      kind: 'post';
      inside: string;
      /** Sent by mail programs as well: what is in its address is all that it takes. */
      fromAnywhere?: true;
    }
  /** The form of a comment, by the address of the story under which it stands. */
  | { kind: 'comment'; path: string }
  /** Next answers by itself: the desk, the machines' addresses, files. */
  | { kind: 'app'; area: 'desk' | 'api' | 'file' | 'next' }
  | { kind: 'health'; what: 'healthz' | 'readyz' }
  | { kind: 'moved'; location: string }
  | { kind: 'missing' };

type Parts = Record<string, string>;
type Shape = {
  at: string;
  /** The internal page, where it is not the public address. */
  inside?: (parts: Parts, query: URLSearchParams) => string;
  keep?: 'never';
  secret?: true;
  personal?: true;
  /** How many of the first parts are an address in the registry. */
  registered?: 1 | 2;
  lenient?: true;
  takesQuery?: true;
};

const LISTS = ['topics', 'places', 'authors'] as const;
/** How a story's comments can be listed besides oldest first. */
const ORDERS = ['newest', 'recommended'] as const;

/**
 * Every public address of the reading side, first match first. A page that depends on more than its
 * path is an internal page with that in its path, so that no reader's page is ever dynamic.
 */
const SHAPES: readonly Shape[] = [
  { at: '/', inside: () => '/fronts/home' },
  { at: '/search', inside: (_, query) => resultsPath(query), keep: 'never', takesQuery: true },
  { at: '/comments', keep: 'never', secret: true, personal: true },
  { at: '/comments/:token', keep: 'never', secret: true },
  { at: '/comments/:token/edit', keep: 'never', secret: true },
  { at: '/preview/:token', keep: 'never', secret: true },
  { at: '/privacy/comments' },
  { at: '/privacy/comments/asked' },
  { at: '/privacy/comments/erased' },
  { at: '/privacy/comments/:token', keep: 'never', secret: true },
  { at: '/privacy/held/:token', keep: 'never', secret: true },
  { at: '/privacy/held/:token/data.json', keep: 'never', secret: true },
  { at: '/privacy/confirm/:token', keep: 'never', secret: true },
  { at: '/privacy/unsubscribe/:token', keep: 'never', secret: true },
  { at: '/corrections' },
  { at: '/corrections/page/:n' },
  { at: '/transparency' },
  { at: '/transparency.csv' },
  { at: '/feed.xml' },
  { at: '/sitemap.xml' },
  { at: '/sitemap/:n.xml' },
  { at: '/robots.txt' },
  ...LISTS.flatMap((list): Shape[] => [
    { at: `/${list}/:name`, registered: 2, lenient: true },
    { at: `/${list}/:name/page/:n`, registered: 2, lenient: true },
    { at: `/${list}/:name/feed.xml`, registered: 2, lenient: true },
  ]),
  { at: '/:section', registered: 1 },
  { at: '/:section/page/:n', registered: 1 },
  { at: '/:section/feed.xml', registered: 1 },
  { at: '/:section/:slug', registered: 2 },
  { at: '/:section/:slug/comments/count.json', registered: 2 },
  ...ORDERS.flatMap((order): Shape[] => [
    {
      at: `/:section/:slug/comments/${order}`,
      inside: (parts) => discussion(parts, order, '1'),
      registered: 2,
    },
    {
      at: `/:section/:slug/comments/${order}/page/:n`,
      inside: (parts) => discussion(parts, order, parts.n),
      registered: 2,
    },
  ]),
  {
    at: '/:section/:slug/comments/:n',
    inside: (parts) => discussion(parts, 'oldest', parts.n),
    registered: 2,
  },
  { at: '/:section/:slug/comment/:comment', keep: 'never', registered: 2 },
  {
    at: '/:section/:slug/thread/:comment',
    inside: (parts) => thread(parts, '1'),
    registered: 2,
  },
  {
    at: '/:section/:slug/thread/:comment/page/:n',
    inside: (parts) => thread(parts, parts.n),
    registered: 2,
  },
  { at: '/:section/:slug/reply/:comment', registered: 2 },
  { at: '/:section/:slug/reply/:comment/quote', registered: 2 },
  { at: '/:section/:slug/report/:comment', registered: 2 },
  { at: '/:section/:slug/report/:comment/sent', registered: 2 },
];

/** What under `/api` is the files of pictures. */
const FILES: ReadonlySet<string> = new Set(['media', 'pictures']);

/** Where a public address leads. */
export function routeOf(address: Address): Route {
  const { path, segments } = address;
  const [first = '', second = ''] = segments;
  if (first === 'desk') return { kind: 'app', area: 'desk' };
  if (first === 'api') return { kind: 'app', area: FILES.has(second) ? 'file' : 'api' };
  if (first === '_next') return { kind: 'app', area: 'next' };
  if (path === '/healthz' || path === '/readyz') {
    return { kind: 'health', what: path === '/healthz' ? 'healthz' : 'readyz' };
  }
  if (segments.length === 3 && segments[2] === 'comments') {
    return { kind: 'moved', location: encodePath(`/${segments.slice(0, 2).join('/')}`) };
  }
  for (const shape of SHAPES) {
    const parts = match(shape.at, segments);
    if (!parts || RESERVED_SECTIONS.has(parts.section ?? '')) continue;
    return routeTo(shape, parts, address);
  }
  return { kind: 'missing' };
}

/** Where the forms of the pages about privacy go: no page can stand where a form is taken in. */
const PRIVACY_FORMS: Readonly<Record<string, string>> = {
  comments: 'open',
  held: 'erase',
  confirm: 'confirmed',
  unsubscribe: 'unsubscribed',
};

function privacyPostOf([, what = '', token]: readonly string[]): Route | null {
  if (token === undefined) {
    return what === 'comments' ? { kind: 'post', inside: '/privacy/ask' } : null;
  }
  const form = Object.hasOwn(PRIVACY_FORMS, what) ? PRIVACY_FORMS[what] : undefined;
  if (!form) return null;
  const inside = encodePath(`/privacy/${form}/${token}`);
  return { kind: 'post', inside, ...(what === 'unsubscribe' ? { fromAnywhere: true } : {}) };
}

/** Where a form may be sent. Everything else that is not a reading is refused. */
export function postRouteOf({ path, segments }: Address): Route | null {
  const [first = ''] = segments;
  if (first === 'desk') return { kind: 'app', area: 'desk' };
  if (first === 'api') return { kind: 'app', area: 'api' };
  if (segments.length === 3 && segments[2] === 'comments') {
    return { kind: 'comment', path: `/${segments.slice(0, 2).join('/')}` };
  }
  // `/comments/{token}/{act}`; the acts of those without a secret are under a word that is no token.
  if (first === 'comments' && segments.length === 3) {
    return { kind: 'post', inside: encodePath(path) };
  }
  if (first === 'privacy' && segments.length <= 3) return privacyPostOf(segments);
  if (first === 'preview' && segments.length === 3 && segments[2] === 'answer') {
    return { kind: 'post', inside: encodePath(path) };
  }
  return null;
}

function routeTo(shape: Shape, parts: Parts, { path, segments, query }: Address): Route {
  const { n } = parts;
  if (n !== undefined && !/^[1-9]\d{0,6}$/.test(n)) return { kind: 'missing' };
  if (n === '1' && shape.at.endsWith('/:n')) {
    return { kind: 'moved', location: spell(`/${segments.slice(0, -2).join('/')}`, query) };
  }
  const own = shape.inside ? shape.inside(parts, query) : encodePath(path);
  const stray = !shape.takesQuery && query.size > 0;
  const known = shape.registered;
  return {
    kind: 'page',
    inside: stray ? `${own}?${query}` : own,
    keep: stray || shape.keep === 'never' ? 'never' : 'page',
    secret: shape.secret === true,
    personal: shape.personal === true,
    registered: known
      ? {
          path: `/${segments.slice(0, known).join('/')}`,
          rest: segments
            .slice(known)
            .map((segment) => `/${segment}`)
            .join(''),
          strict: !shape.lenient,
        }
      : null,
  };
}

/** The named parts of a path that has the shape, or null. */
function match(at: string, segments: readonly string[]): Parts | null {
  const wanted = at.split('/').slice(1).filter(Boolean);
  if (wanted.length !== segments.length) return null;
  const parts: Parts = {};
  for (const [index, part] of wanted.entries()) {
    const segment = segments[index] ?? '';
    const named = /^:(\w+)(\.\w+)?$/.exec(part);
    if (!named) {
      if (part !== segment) return null;
      continue;
    }
    const [, name = '', ending = ''] = named;
    if (!segment.endsWith(ending)) return null;
    parts[name] = segment.slice(0, segment.length - ending.length);
  }
  return parts;
}

/** One internal page for all orders, so that a name in the address is never mistaken for a number. */
function discussion({ section, slug }: Parts, order: string, n = '1'): string {
  return encodePath(`/${section}/${slug}/comments/${order}/${n}`);
}

function thread({ section, slug, comment }: Parts, n = '1'): string {
  return encodePath(`/${section}/${slug}/thread/${comment}/${n}`);
}

const MAX_QUERY = 200;

/** `/results/{query, or - if there is none}/{page}`: the search page as a page of its own path. */
function resultsPath(query: URLSearchParams): string {
  const text = (query.get('q') ?? '')
    .replace(/[\p{Cc}\p{Cs}/\\]+/gu, ' ')
    .trim()
    .slice(0, MAX_QUERY)
    .toWellFormed();
  const page = query.get('page') ?? '1';
  const words = /^[.\s]*$/.test(text) ? '-' : encodeURIComponent(text);
  return `/results/${words}/${/^[1-9]\d{0,3}$/.test(page) ? page : '1'}`;
}
