import { type Answer, textOf } from '#scripts/proof/asking.ts';
import { fragmentsOf, type Person } from '#scripts/proof/cast.ts';
import type { Pair } from '#scripts/proof/pair.ts';
import { type AppRoute, routeFor } from '#scripts/proof/routes.ts';

/** Names that a question might have by which somebody could be looked for. */
const GUESSED = [
  'q',
  's',
  'search',
  'email',
  'author_email',
  'author',
  'user',
  'name',
  'address',
  'filter',
  'orderby',
  'sort',
  'token',
  'id',
];

/** The names of all parameters that stand in any link or form of these pages. */
function parametersIn(pages: ReadonlyMap<string, Answer>): string[] {
  const named = [...pages.values()].flatMap((answer) =>
    [
      ...textOf(answer).matchAll(
        /[?;&](?:amp;)?([a-zA-Z_][\w-]{0,30})=|\bname="([a-zA-Z_][\w-]{0,30})"/g,
      ),
    ].map(([, inLink, inForm]) => inLink ?? inForm ?? ''),
  );
  return [...new Set([...GUESSED, ...named])];
}

/**
 * Looks with pieces of an address, the same at both sites and known to one of them only: in every
 * parameter of one address of each kind, in every part of an address that may be anything, and in what
 * else a request says.
 */
export async function probe(
  pair: Pair,
  routes: readonly AppRoute[],
  pages: ReadonlyMap<string, Answer>,
  people: readonly Person[],
): Promise<void> {
  const fragments = people.flatMap(({ addresses }) => addresses.flatMap(fragmentsOf));
  const wholes = people.flatMap(({ addresses }) =>
    addresses.flatMap((one) => fragmentsOf(one).slice(0, 2)),
  );
  const parameters = parametersIn(pages);
  const kinds = oneOfEachKind(routes, pages);
  for (const path of kinds) {
    const [bare = path, own = ''] = path.split('?');
    for (const fragment of fragments) {
      const all = new URLSearchParams(parameters.map((name) => [name, fragment]));
      await look(pair, `${bare}?${all}`);
    }
    const [whole = ''] = fragments;
    for (const name of new URLSearchParams(own).keys()) {
      await look(pair, `${bare}?${new URLSearchParams({ [name]: whole })}`);
    }
  }
  for (const { segments } of routes.filter((route) => route.segments.join().includes('['))) {
    for (const fragment of wholes) {
      const part = encodeURIComponent(fragment);
      const path = segments.map((segment) => (segment.startsWith('[') ? part : segment)).join('/');
      await look(pair, `/${path}`);
    }
  }
  for (const fragment of fragments) await look(pair, `/search?q=${encodeURIComponent(fragment)}`);
  for (const path of kinds) {
    for (const fragment of fragments.slice(0, 2)) await say(pair, path, fragment);
  }
}

/** One address for each file that answers, and for each of the door's own. */
function oneOfEachKind(routes: readonly AppRoute[], pages: ReadonlyMap<string, Answer>): string[] {
  const byFile = new Map<string, string>();
  for (const [path, { status }] of pages) {
    const file = routeFor(routes, path)?.file ?? path.split('/')[1] ?? '';
    if (status < 400 && !byFile.has(file)) byFile.set(file, path);
  }
  return [...byFile.values()];
}

function look(pair: Pair, path: string): Promise<Answer> {
  return pair.ask('looking for an address', { method: 'GET', path, headers: {} });
}

/** The fragment in what a browser says about itself and whoever uses it. */
async function say(pair: Pair, path: string, fragment: string): Promise<void> {
  const plain = encodeURIComponent(fragment);
  const basic = Buffer.from(`${fragment}:`).toString('base64');
  const headers = {
    authorization: `Basic ${basic}`,
    cookie: `email=${plain}; name=${plain}; comment_author_email=${plain}`,
    from: plain,
    referer: `http://twin.example/${plain}`,
    'user-agent': plain,
    'if-none-match': `"${plain}"`,
  };
  await pair.ask('an address in the headers', { method: 'GET', path, headers });
}
