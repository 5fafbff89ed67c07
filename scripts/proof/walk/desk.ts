import type { Account } from '#lib/twin-orders.ts';
import { type Question, textOf } from '#scripts/proof/asking.ts';
import { Cookies, type Pair } from '#scripts/proof/pair.ts';
import type { AppRoute } from '#scripts/proof/routes.ts';
import { type Found, readAll } from '#scripts/proof/walk/reading.ts';

type DeskWalk = { who: string; account: Account; routes: readonly AppRoute[]; most: number };

/** Signs in and reads the whole desk, which shows a moderator facts about people and never an address. */
export async function readDesk(
  pair: Pair,
  { who, account, routes, most }: DeskWalk,
): Promise<Found> {
  const headers = await signIn(pair, who, account);
  const starts = ['/desk', '/desk/no/such/page', ...fixed(routes)];
  const found = await readAll(pair, {
    kind: who,
    routes,
    starts,
    headers,
    most,
    inParts: true,
    skip: (path) => !/^\/(?:desk|api)(?:[/?]|$)/.test(path) || path.startsWith('/api/auth/signout'),
  });
  if (found.pages.get('/desk/stories')?.status !== 200) {
    throw new Error(`the ${who} could not sign in`);
  }
  for (const path of handlers(routes)) {
    const sent = {
      ...headers,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    await pair.ask(who, { method: 'POST', path, headers: sent, body: '{}' });
    await pair.ask(who, { method: 'GET', path, headers });
  }
  return found;
}

async function signIn(pair: Pair, who: string, { email, password }: Account) {
  const cookies = new Cookies();
  const ask = async (question: Question) => {
    const answer = await pair.ask(who, {
      ...question,
      headers: { ...cookies.headers, ...question.headers },
    });
    cookies.keep(answer);
    return answer;
  };
  const token = await ask({ method: 'GET', path: '/api/auth/csrf', headers: {} });
  const { csrfToken } = JSON.parse(textOf(token)) as { csrfToken: string };
  await ask({
    method: 'POST',
    path: '/api/auth/callback/credentials',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://twin.example',
      'sec-fetch-site': 'same-origin',
    },
    body: String(new URLSearchParams({ csrfToken, email, password, json: 'true' })),
  });
  return cookies.headers;
}

/** The desk's addresses that have no parts to be filled in. */
function fixed(routes: readonly AppRoute[]): string[] {
  return routes
    .filter(
      ({ segments }) => segments[0] === 'desk' && !segments.some((one) => one.startsWith('[')),
    )
    .map(({ segments }) => `/${segments.join('/')}`);
}

/** What the desk's own scripts call. */
function handlers(routes: readonly AppRoute[]): string[] {
  return routes
    .filter(({ file, segments }) => /route\.\w+$/.test(file) && segments[0] === 'api')
    .map(({ segments }) => segments.map((part) => (part.startsWith('[') ? 'none' : part)))
    .filter((parts) => parts[1] !== 'auth')
    .map((parts) => `/${parts.join('/')}`);
}
