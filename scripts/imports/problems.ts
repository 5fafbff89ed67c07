import { refuseFile, refusePackage } from '#scripts/imports/edges.ts';
import { type Place, placeOf, resolve } from '#scripts/imports/places.ts';
import { readSource, type Source } from '#scripts/imports/source.ts';
import {
  findCycles,
  findOpenAddresses,
  findServerCodeInBrowser,
  findUnused,
  type Problem,
} from '#scripts/imports/whole.ts';

const MOST_LINES = 400;

/** All that is wrong with the project whose files are given by path. */
export function problemsOf(files: ReadonlyMap<string, string>): Problem[] {
  const house = new Map<string, { source: Source; place: Place }>();
  for (const [path, text] of files) {
    house.set(path, { source: readSource(path, text), place: placeOf(path) });
  }
  const alone = [...house.values()].flatMap(({ source, place }) => [
    ...wrongImports(source, place),
    ...wrongUses(source, place),
    ...wrongShape(source, place),
  ]);
  return [
    ...alone,
    ...findCycles(house),
    ...findServerCodeInBrowser(house),
    ...findOpenAddresses(house),
    ...findUnused(house),
  ];
}

function wrongImports(source: Source, place: Place): Problem[] {
  return source.imports.flatMap((imported) => {
    const { specifier, line } = imported;
    const to = resolve(specifier, source.path);
    if (to && specifier.startsWith('.') && !specifier.endsWith('.css')) {
      return [{ path: source.path, line, why: `write '#${to}': files are named from the top` }];
    }
    const why = to ? refuseFile(place, imported, placeOf(to)) : refusePackage(place, specifier);
    return why ? [{ path: source.path, line, why: `imports ${specifier}: ${why}` }] : [];
  });
}

const CLOCK = 'the moment comes from now() of lib/clock.ts, so that a test can hold it still';
const IDS = 'chance comes from lib/ids.ts, so that a test can repeat it';
const DATES = 'dates are written by lib/dates.ts, in the zone and language of the site';
const TRANSACTION = 'a transaction is begun by transaction() of db/store.ts and nothing else';

const USES: Record<string, string> = {
  'Date.now': CLOCK,
  'new Date()': CLOCK,
  'Math.random': IDS,
  '.toLocaleString()': DATES,
  '.toLocaleDateString()': DATES,
  '.toLocaleTimeString()': DATES,
  '.transaction()': TRANSACTION,
};

/** These are where the moment, chance, dates and transactions come from; a browser has its own. */
const SOURCES =
  /^(lib\/(clock|device|ids|dates)\.ts|db\/(store|identity|person-keys)\.ts|server\/press\/|server\/twin\/stillness\.ts|bench\/|features\/stories\/components\/editor\/keeping\/device\.ts)/;

function wrongUses(source: Source, place: Place): Problem[] {
  if (place.test || SOURCES.test(source.path)) return [];
  return source.uses.flatMap(({ what, line }) => {
    const why = USES[what];
    return why ? [{ path: source.path, line, why: `${what}: ${why}` }] : [];
  });
}

function wrongShape(source: Source, place: Place): Problem[] {
  const problems: Problem[] = [];
  const say = (why: string) => problems.push({ path: source.path, line: 1, why });
  if (source.lines > MOST_LINES) {
    say(`${source.lines} lines, and ${MOST_LINES} is the most: it is about more than one subject`);
  }
  if (/(^|\/)index\.tsx?$/.test(source.path)) say('no barrels: import the file that has the thing');
  if (place.layer !== 'features' || place.test) return problems;
  const isAction = place.part === 'actions';
  if (isAction && source.directive !== 'use server') say("actions.ts begins with 'use server'");
  if (!isAction && source.directive === 'use server') say("'use server' stands in actions.ts only");
  return problems;
}
