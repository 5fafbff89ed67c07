import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { now } from '#lib/clock.ts';
import type { Furniture } from '#lib/twin-orders.ts';
import { KINDS } from '#scripts/proof/cast.ts';
import { type CopiedSite, copyAll, copySite } from '#scripts/proof/copying.ts';
import type { Difference } from '#scripts/proof/differences.ts';
import { Pair, type RouteVisits } from '#scripts/proof/pair.ts';
import { appRoutes } from '#scripts/proof/routes.ts';
import { Twin } from '#scripts/proof/twin.ts';
import { type Extent, walk } from '#scripts/proof/walk.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The same each time, so that the same version finds the same digest on the made-up newsroom. */
const BEGINNING = { seed: 'proof', at: '2026-11-23T09:00:00.000Z' };

/** A copy is looked at as of now: earlier than what is in it, nothing would have been published yet. */
const beginningOf = (isCopy: boolean) =>
  isCopy ? { ...BEGINNING, at: now().toISOString() } : BEGINNING;

export type ProofOptions = Extent & {
  /** The site that is copied; without it a newsroom is made up. */
  copyOf?: CopiedSite;
  /** Called with what is being done. */
  say?: (what: string) => void;
  /** Ends at the first difference. */
  untilFirst?: boolean;
};

export type Proof = {
  /** True if nothing differed and no file of the application was left out. */
  held: boolean;
  provedOn: 'made-up' | 'copy';
  digest: string;
  /** How many people with an address there were before anybody of the proof wrote. */
  people: number;
  /** How often each kind of thing was compared. */
  compared: Record<string, number>;
  observations: number;
  routes: RouteVisits[];
  /** Files of the application that nothing asked, or that only ever refused. */
  left: string[];
  differences: Difference[];
};

class EnoughSeen extends Error {}

/** Makes two sites that differ in addresses alone, and looks for anything that tells them apart. */
export async function prove(options: ProofOptions = {}): Promise<Proof> {
  const { copyOf, say = () => undefined, untilFirst = false } = options;
  const folder = mkdtempSync(join(tmpdir(), 'dateline-proof-'));
  const twins: Twin[] = [];
  try {
    say(copyOf ? 'Copying the site' : 'Making up a newsroom');
    const base = join(folder, 'base');
    if (copyOf) await copySite(copyOf, base);
    const beginning = beginningOf(copyOf !== undefined);
    const furniture = await foundOn(base, copyOf, beginning);
    say('Starting two sites that differ in addresses alone');
    for (const name of ['one', 'other']) {
      copyAll(base, join(folder, name));
      twins.push(await Twin.start(join(folder, name), beginning));
    }
    const [one, other] = twins;
    if (!one || !other) throw new Error('the twins are not there');
    const routes = appRoutes(ROOT);
    let walking = true;
    const pair = new Pair([one, other], routes, ({ differences }) => {
      if (untilFirst && walking && differences.length > 0) throw new EnoughSeen();
    });
    const { people } = await one.order({ do: 'open', addresses: KINDS[0] });
    await other.order({ do: 'open', addresses: KINDS[1] });
    await walk(pair, { ...options, routes, furniture, say }).catch((error: unknown) => {
      // Two sites that are told apart may well not be able to go on together.
      if (pair.differences.length === 0) throw error;
    });
    walking = false;
    await pair.countVisits();
    return outcome(pair, people, copyOf ? 'copy' : 'made-up');
  } finally {
    for (const twin of twins) await twin.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function foundOn(
  base: string,
  copyOf: CopiedSite | undefined,
  beginning: typeof BEGINNING,
): Promise<Furniture> {
  const founder = await Twin.start(base, beginning);
  try {
    if (!copyOf) await founder.order({ do: 'found' });
    return await founder.order({ do: 'furnish', index: copyOf?.databaseUrl !== undefined });
  } finally {
    await founder.stop();
  }
}

function outcome(pair: Pair, people: number, provedOn: Proof['provedOn']): Proof {
  const { observations, differences, routes, digest } = pair;
  const compared: Record<string, number> = {};
  for (const { kind } of observations) compared[kind] = (compared[kind] ?? 0) + 1;
  const left = routes.filter((route) => route.asked === 0).map(({ file }) => file);
  return {
    held: differences.length === 0 && left.length === 0,
    provedOn,
    digest,
    people,
    compared,
    observations: observations.length,
    routes,
    left,
    differences,
  };
}
