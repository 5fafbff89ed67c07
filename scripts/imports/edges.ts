import { type Layer, type Place, rankOf } from '#scripts/imports/places.ts';
import type { Import } from '#scripts/imports/source.ts';

const BELOW: Record<Exclude<Layer, 'tests' | 'e2e' | 'root'>, readonly Layer[]> = {
  app: ['app', 'features', 'components', 'lib'],
  features: ['features', 'components', 'db', 'lib'],
  components: ['components', 'lib'],
  db: ['db', 'lib'],
  lib: ['lib'],
  server: ['server', 'features', 'db', 'lib'],
  scripts: ['scripts', 'features', 'db', 'lib'],
  bench: ['bench', 'scripts', 'features', 'db', 'lib'],
};

const ADVICE: Partial<Record<Layer, string>> = {
  app: 'nothing imports app/: move what is shared to the feature that owns it, or to components/',
  features: 'what is above is handed down as a parameter, or the line belongs into the feature',
  components: 'components/ has no part in this layer: UI stays in app/ and features/',
  db: 'rows are touched by the queries.ts, commands.ts, jobs.ts and internal/ of a feature only',
  server: 'nobody imports server/: what both need goes to lib/, what happened goes to the outbox',
  scripts: 'nobody imports scripts/: move what is shared to the feature that owns it, or to lib/',
  bench: 'nobody imports bench/',
  tests: 'only tests import tests/',
  e2e: 'only tests import e2e/',
};

/**
 * Of stories, the queries of staff (`desk`, `planned`, `placing`), what stands below one (`related`) and
 * the commands that readers notice have files of their own, and so has each thing of the newsroom's that
 * readers never see; of people, links, sign-ins and what somebody signs in with; of comments, what
 * readers do (`own`, `recommending`, `reporting`) and what the newsroom does besides judging. What the
 * law forces out (`redaction`) has one wherever there is something to take.
 */
const TOUCHES_ROWS = [
  'queries',
  'desk',
  'planned',
  'placing',
  'related',
  'commands',
  'publishing',
  'redaction',
  'schedules',
  'embargoes',
  'corrections',
  'preview-links',
  'handover',
  'letters',
  'links',
  'mailing',
  'erasing',
  'rotating',
  'health',
  'signing-in',
  'stand-ins',
  'factors',
  'passkeys',
  'sso',
  'consents',
  'forgetting',
  'disclosures',
  'jobs',
  'internal',
  'autosave',
  'presence',
  'revisions',
  'staff-comments',
  'rewording',
  'appeals',
  'counting',
  'reported',
  'setting-aside',
  'discussions',
  'own',
  'recommending',
  'reporting',
  'reports',
  'picking',
];

/** The session's half in the browser: it signs in and out. */
const BROWSER_SESSION = 'features/people/browser-session.ts';

/** Why `from` may not import `to`, or undefined if it may. */
export function refuseFile(from: Place, imported: Import, to: Place): string | undefined {
  if (to.part === 'internal' && to.noun !== from.noun) {
    return `${to.noun}/internal is that feature's own: ask its queries.ts or commands.ts instead`;
  }
  if (from.test) return undefined;
  if (from.layer === 'root')
    return to.layer === 'lib' ? undefined : 'a setting may import lib/ only';
  const below = BELOW[from.layer as keyof typeof BELOW];
  if (!below.includes(to.layer)) return `${from.layer} → ${to.layer}: ${ADVICE[to.layer] ?? ''}`;
  if (to.layer === 'db' && to.path.startsWith('db/internal/') && from.layer !== 'db') {
    return 'db/internal is the engines: use db/store.ts';
  }
  if (from.layer === 'features') return refuseInFeature(from, imported, to);
  if (to.layer === 'features') return refuseOnFeature(from, to);
  return undefined;
}

function refuseInFeature(from: Place, imported: Import, to: Place): string | undefined {
  if (to.layer === 'db') {
    if (TOUCHES_ROWS.includes(from.part) || isNoRow(imported, to)) return undefined;
    return `${from.part} touches no row: move this to queries.ts, commands.ts, jobs.ts or internal/`;
  }
  if (isSession(to) && from.part !== 'actions') {
    return 'only actions.ts and app/ know who is asking: take an Actor as a parameter';
  }
  if (to.layer !== 'features' || to.noun === from.noun) return undefined;
  const [upper, lower] = [rankOf(from.noun ?? ''), rankOf(to.noun ?? '')];
  if (upper < 0 || lower < 0) {
    const unknown = upper < 0 ? from.noun : to.noun;
    return `features/${unknown} has no place in the order of features: scripts/imports/places.ts`;
  }
  if (upper > lower) return undefined;
  return `${from.noun} → ${to.noun}: a feature hears of one that is not below it by an outbox event`;
}

function refuseOnFeature(from: Place, to: Place): string | undefined {
  if (from.layer === 'app') {
    return to.part === 'jobs' ? 'jobs are run by server/: a page asks queries.ts' : undefined;
  }
  if (to.part === 'actions' || to.part === 'components' || isSession(to)) {
    return `${to.part} is for requests: ${from.layer}/ uses jobs.ts, commands.ts and queries.ts`;
  }
  return undefined;
}

/** Closed lists of words (ROLES) and shapes (CardPicture) are not rows: views are written with them. */
function isNoRow({ names, typeOnly }: Import, to: Place): boolean {
  const harmless = typeOnly ? /^[A-Z]/ : /^[A-Z][A-Z_]*$/;
  const all = names.length > 0 && names.every((name) => harmless.test(name));
  return all && /^db\/(schema\/|[a-z-]+-schema\.ts$)/.test(to.path);
}

function isSession(place: Place): boolean {
  return place.path === 'features/people/session.ts';
}

/** Why `from` may not import the package or Next module, or undefined if it may. */
export function refusePackage(from: Place, specifier: string): string | undefined {
  if (from.test) return undefined;
  const asks = from.part === 'actions' || from.layer === 'app' || isSession(from);
  if (specifier === 'next/headers' && !asks) {
    return 'only actions.ts and app/ read cookies and headers: take what they say as a parameter';
  }
  if (/^next-auth(\/|$)/.test(specifier)) {
    if (isSession(from) || from.path.startsWith('app/api/auth/')) return undefined;
    if (from.path === BROWSER_SESSION && specifier === 'next-auth/react') return undefined;
    return 'only features/people/session.ts knows next-auth: ask it who is signed in';
  }
  if (/^drizzle-orm(\/|$)/.test(specifier) && !mayQuery(from)) {
    return 'SQL is written in db/ and in the queries, commands, jobs and internal/ of features';
  }
  if (/^(better-sqlite3|pg)$/.test(specifier) && !['db', 'scripts', 'bench'].includes(from.layer)) {
    return 'only db/ knows which database there is: use db/store.ts';
  }
  return undefined;
}

function mayQuery(from: Place): boolean {
  if (from.layer === 'features') return TOUCHES_ROWS.includes(from.part);
  return ['db', 'server', 'scripts', 'bench'].includes(from.layer);
}
