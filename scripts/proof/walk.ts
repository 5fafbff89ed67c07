import type { Furniture } from '#lib/twin-orders.ts';
import { Cookies, type Pair } from '#scripts/proof/pair.ts';
import type { AppRoute } from '#scripts/proof/routes.ts';
import { readDesk } from '#scripts/proof/walk/desk.ts';
import { CAST, cross, discuss, discussedStories } from '#scripts/proof/walk/discussion.ts';
import { askWhatIsHeld, mailedLinks } from '#scripts/proof/walk/letters.ts';
import { probe } from '#scripts/proof/walk/probing.ts';
import { type Found, readAll } from '#scripts/proof/walk/reading.ts';
import {
  compareFiles,
  compareLogs,
  compareMails,
  compareRows,
} from '#scripts/proof/walk/remains.ts';
import { askWrongly, FormsToSend, sendForms } from '#scripts/proof/walk/sending.ts';

/** How far the walk goes: of an archive of a hundred thousand stories not every one is read. */
export type Extent = { most?: number };

export type WalkOptions = Extent & {
  routes: readonly AppRoute[];
  furniture: Furniture;
  say: (what: string) => void;
};

const MOST = 8;

/** What the door answers by itself, and what nothing links to. */
const BESIDES = [
  '/healthz',
  '/readyz',
  '/search?q=council',
  '/sitemap/1.xml',
  '/corrections/page/2',
  '/no/such/page',
  '/no-such-section',
];

/** Everything that anybody can do, in an order in which each part finds what the one before left. */
export async function walk(
  pair: Pair,
  { routes, furniture, say, most = MOST }: WalkOptions,
): Promise<void> {
  const starts = ['/', ...BESIDES, ...furniture.paths, ...fixedPaths(routes)];
  say('Writing comments');
  const before = await readAll(pair, { kind: 'pages', routes, starts: ['/'], most: 6 });
  const [story, another] = discussedStories(before.pages);
  if (!story || !another) throw new Error('there are not two stories that can be commented on');
  const cookies = new Cookies();
  const own = await discuss(pair, story, cookies);

  say('Reading the desk as a moderator and as an administrator');
  const { administrator, moderator } = furniture;
  for (const [who, account] of Object.entries({ moderator, administrator })) {
    await readDesk(pair, { who, account, routes, most: 8 });
  }
  // Somebody who is the same at both to the end: what a person is told about themselves is theirs.
  await askWhatIsHeld(pair, [CAST.answering]);
  compareRows(pair);
  compareMails(pair);
  own.push(...mailedLinks(pair));

  say('Writing from known and unknown addresses');
  own.push(...(await cross(pair, another, cookies)));

  say('Reading everything as a stranger, in every way');
  const found: Found = await readAll(pair, {
    kind: 'pages',
    routes,
    starts: [...starts, ...own],
    most,
    everyWay: true,
  });

  const mine = { starts: ['/comments', story, another, ...own], headers: cookies.headers };
  await readAll(pair, { kind: 'pages with cookies', routes, most: 4, ...mine });

  await pair.countVisits();
  await readAll(pair, { kind: 'pages that nothing leads to', routes, starts: pair.unasked, most });

  say('Looking for pieces of addresses');
  await probe(pair, routes, found.pages, [CAST.regular]);

  say('Sending every form');
  const toSend = new FormsToSend(routes);
  for (let round = found; ; ) {
    const forms = toSend.choose(round);
    if (forms.length === 0) break;
    const onward = await sendForms(pair, { forms, people: [CAST.second] });
    round = await readAll(pair, { kind: 'after a form', routes, starts: onward, most });
  }
  await askWrongly(pair, [
    '/',
    story,
    `${story}/comments`,
    '/desk',
    '/api/auth/session',
    ...own.slice(0, 2),
  ]);

  say('Looking at what was left behind');
  await pair.order({ do: 'settle' });
  compareFiles(pair);
  compareLogs(pair);
}

/** Every address under app/ that has no parts to be filled in. */
function fixedPaths(routes: readonly AppRoute[]): string[] {
  return routes
    .filter(({ segments }) => !segments.some((segment) => segment.startsWith('[')))
    .map(({ segments }) => `/${segments.join('/')}`);
}
