import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Commented } from '#bench/commenting.ts';
import type { Load } from '#bench/generator.ts';
import { usedBy } from '#bench/processes.ts';
import { atLeast, atMost, type Row } from '#bench/table.ts';
import { startSite } from '#scripts/e2e/site.ts';

const POSTS = 200;
const READS = 5_000;
/** The generator sends each second's share at once, and never what did not fit into its second. */
const OFFERED = READS * 1.05;
const CONNECTIONS = 50;
const LOOK_MS = 20;
/** For so long comments come before the first reader and after the last: readers have them all the time. */
const MARGIN_S = 1;

/** Many comment on one story, and very many read it meanwhile. What was answered has to be there. */
export async function comments(dataDir: string, path: string, seconds: number): Promise<Row[]> {
  const commenting = seconds + 2 * MARGIN_S;
  const site = await startSite(dataDir, { env: { TRUST_PROXY: '1' } });
  let commented: Commented;
  let read: Load;
  let versions: number;
  let cpu: number;
  try {
    const story = site.url + path;
    await run<Load>('generator.ts', [story, String(CONNECTIONS), '2', String(READS)]);
    await run<Commented>('commenting.ts', [`${story}/comments`, '50', '2', '900000']);
    const before = usedBy(site.pid)?.cpuSeconds ?? Number.NaN;
    const watched = watchVersions(story);
    const from = performance.now();
    [commented, read] = await Promise.all([
      run<Commented>('commenting.ts', [
        `${story}/comments`,
        String(POSTS),
        String(commenting),
        '0',
      ]),
      sleep(MARGIN_S * 1000).then(() =>
        run<Load>('generator.ts', [story, String(CONNECTIONS), String(seconds), String(OFFERED)]),
      ),
    ]);
    versions = (await watched()) / ((performance.now() - from) / 1000);
    cpu = ((usedBy(site.pid)?.cpuSeconds ?? Number.NaN) - before) / commenting;
  } finally {
    await site.stop();
  }
  const accepted = commented.statuses['303'] ?? 0;
  const lost = missing(dataDir, commented.locations);
  const answered = JSON.stringify(commented.statuses);
  return [
    atLeast('Comments accepted a second on one story', accepted / commenting, POSTS * 0.995, 0),
    { what: 'How they were answered', figure: answered },
    atMost('Answered with 303 and not in the database', lost, 0, ''),
    {
      what: 'Answer to a comment, median and 99 of 100',
      figure: `${commented.medianMs.toFixed(0)} ms, ${commented.p99Ms.toFixed(0)} ms`,
    },
    atLeast('Readings a second meanwhile', read.perSecond, READS, 0),
    atMost('A reading, median', read.medianMs, 10, 'ms', 1),
    { what: 'A reading, 99 of 100', figure: `${read.p99Ms.toFixed(0)} ms` },
    atMost('Readings that failed', read.failed, 0, ''),
    atMost('Versions of the page that readers saw, a second', versions, 1.05, '', 2),
    { what: 'Processor of the site', figure: `${(cpu * 100).toFixed(0)} % of a core` },
  ];
}

async function run<T>(script: string, args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout)) as T;
}

/** Looks at the page fifty times a second. How many different ones there were, when it is asked. */
function watchVersions(url: string): () => Promise<number> {
  const seen = new Set<string>();
  let over = false;
  const watching = (async () => {
    while (!over) {
      const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
      seen.add(
        createHash('sha256')
          .update(await answer.text())
          .digest('hex'),
      );
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  return async () => {
    over = true;
    await watching;
    return seen.size;
  };
}

/** How many writers would look for their comment in vain. */
function missing(dataDir: string, locations: readonly string[]): number {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const find = database.prepare('select 1 from comments where token_digest = ?');
  const lost = locations.filter((location) => {
    const token = location.split('/').at(-1) ?? '';
    return find.get(createHash('sha256').update(token).digest('hex')) === undefined;
  });
  database.close();
  return lost.length;
}
