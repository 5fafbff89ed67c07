import { type Place, resolve } from '#scripts/imports/places.ts';
import type { Source } from '#scripts/imports/source.ts';

export type Problem = { path: string; line: number; why: string };
type House = ReadonlyMap<string, { source: Source; place: Place }>;

/** The project files that a file needs when it runs. */
function* needs(house: House, path: string, withDynamic: boolean): Generator<[string, number]> {
  for (const imported of house.get(path)?.source.imports ?? []) {
    if (imported.typeOnly || (imported.dynamic && !withDynamic)) continue;
    const to = resolve(imported.specifier, path);
    if (to && house.has(to)) yield [to, imported.line];
  }
}

/** Files that wait for each other: which of them is ready first would be a matter of luck. */
export function findCycles(house: House): Problem[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const problems: Problem[] = [];
  const visit = (path: string): void => {
    done.add(path);
    trail.push(path);
    for (const [to, line] of needs(house, path, false)) {
      const start = trail.indexOf(to);
      if (start >= 0) {
        const circle = [...trail.slice(start), to].join(' → ');
        problems.push({
          path,
          line,
          why: `a cycle: ${circle}: what both need is a file of its own`,
        });
      } else if (!done.has(to)) visit(to);
    }
    trail.pop();
  };
  for (const path of house.keys()) if (!done.has(path)) visit(path);
  return problems;
}

/** What the browser is given may not lead to the database or to Node. */
export function findServerCodeInBrowser(house: House): Problem[] {
  const problems: Problem[] = [];
  for (const [start, { source }] of house) {
    if (source.directive !== 'use client') continue;
    const reached = new Map<string, string[]>([[start, []]]);
    for (const [path, trail] of reached) {
      const here = house.get(path);
      if (!here || (path !== start && here.source.directive === 'use server')) continue;
      const secret = serverOnly(here.source, here.place);
      if (secret) {
        const way = [...trail, path].join(' → ');
        problems.push({ path: start, line: 1, why: `the browser would get ${secret} (${way})` });
        break;
      }
      for (const [to] of needs(house, path, true)) {
        if (!reached.has(to)) reached.set(to, [...trail, path]);
      }
    }
  }
  return problems;
}

function serverOnly(source: Source, place: Place): string | undefined {
  if (place.layer === 'db') return 'the database';
  const node = source.imports.find(
    ({ specifier, typeOnly }) => !typeOnly && /^(node:|next\/headers$)/.test(specifier),
  );
  return node?.specifier;
}

const OPENS_ADDRESSES = 'lib/mailer-keys.ts';
const WEB = [/^app\//, /^server\/start\.ts$/, /^instrumentation\.ts$/];

/** The site may not lead to the key that opens addresses: only the mailer's process does. */
export function findOpenAddresses(house: House): Problem[] {
  const reached = new Map<string, string[]>();
  for (const [path, { place }] of house) {
    if (!place.test && WEB.some((pattern) => pattern.test(path))) reached.set(path, []);
  }
  for (const [path, trail] of reached) {
    for (const [to, line] of needs(house, path, true)) {
      const way = [...trail, path];
      if (to === OPENS_ADDRESSES) {
        const why = `the site could open addresses (${way.join(' → ')}): that is the mailer's`;
        return [{ path, line, why }];
      }
      if (!reached.has(to)) reached.set(to, way);
    }
  }
  return [];
}

/** What somebody else than an import starts or reads: Next, Node, npm and the tools. */
const STARTED = [
  /^app\//,
  /^e2e\//,
  /^tests\//,
  /^[^/]+\.(ts|mjs)$/,
  /\.test\.tsx?$/,
  /^scripts\/[^/]+\.ts$/,
  /^bench\/[^/]+\.ts$/,
  /^db\/schema\//,
  /^db\/[a-z-]+-schema\.ts$/,
  /^lib\/(node-guard\.mjs|cache\.next\.ts)$/,
  /^server\/(start|mailer|twin)\.ts$/,
  /^server\/press\/(pages|data)\.ts$/,
];

/** What nothing uses is deleted. */
export function findUnused(house: House): Problem[] {
  const used = new Map<string, Set<string>>();
  for (const [path, { source }] of house) {
    for (const { specifier, names } of source.imports) {
      const to = resolve(specifier, path);
      if (!to) continue;
      const taken = used.get(to) ?? new Set();
      used.set(to, taken);
      for (const name of names) taken.add(name);
    }
  }
  const problems: Problem[] = [];
  for (const [path, { source }] of house) {
    if (STARTED.some((pattern) => pattern.test(path))) continue;
    const taken = used.get(path);
    if (!taken) {
      problems.push({ path, line: 1, why: 'nothing uses this file: delete it' });
      continue;
    }
    for (const { name, line, typeUsedHere } of source.exports) {
      if (typeUsedHere || taken.has('*') || taken.has(name)) continue;
      problems.push({ path, line, why: `nothing uses ${name} from outside: do not export it` });
    }
  }
  return problems;
}
