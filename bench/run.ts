/** `npm run bench`: what Dateline promises about speed, measured. See docs/benchmarks.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { comments } from '#bench/comments.ts';
import { depth } from '#bench/depth.ts';
import { discussion } from '#bench/discussion.ts';
import { list } from '#bench/list.ts';
import { spam } from '#bench/spam.ts';
import { atMost, printTable, type Row } from '#bench/table.ts';
import { throughput } from '#bench/throughput.ts';
import { timing } from '#bench/timing.ts';
import { typing } from '#bench/typing.ts';
import { visible } from '#bench/visible.ts';
import { weight } from '#bench/weight.ts';
import { startSite } from '#scripts/e2e/site.ts';

const PARTS = [
  'spam',
  'archive',
  'weight',
  'throughput',
  'comments',
  'visible',
  'typing',
  'discussion',
  'list',
  'depth',
  'timing',
] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: PARTS.join(',') },
  },
});
const { quick } = values;
const wanted = values.only.split(',');
const wants = (part: Part) => wanted.includes(part);
const large = quick ? 10_000 : 100_000;
const small = 1_000;
/** About 10,000 of them come out of twenty stories and are put under one. */
const TALKED = 60_000;

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const rows: Row[] = [];
try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  describeMachine();
  if (wants('spam')) {
    say('Telling spam from ham');
    rows.push(...(await spam()));
  }
  if (wanted.some((part) => part !== 'spam')) await runOnNewsrooms();
  printTable('Dateline', rows);
  const failed = rows.filter((row) => row.ok === false).length;
  console.log(`\n${failed === 0 ? 'Every aim is met.' : `${failed} of the aims are not met.`}`);
  console.log(`It took ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`);
}

async function runOnNewsrooms(): Promise<void> {
  say('Making the newsrooms');
  const smallDir = makeArchive(small).dataDir;
  const big = wants('archive') || wants('depth') || wants('list') ? makeArchive(large) : null;
  if (big && wants('archive')) {
    const what = `dateline sample --stories ${large} --comments ${large}`;
    rows.push(atMost(what, big.seconds, 60, 's', 1));
  }
  say('Building, if needed, and weighing a story');
  const site = await startSite(join(folder, 'sample'), { hear: () => undefined });
  try {
    if (wants('weight')) rows.push(...(await weight(site)));
  } finally {
    await site.stop();
  }
  if (wants('throughput')) {
    say('Sending one story as fast as it goes');
    const path = encodeURI(medianStory(smallDir));
    rows.push(...(await throughput(smallDir, path, { seconds: quick ? 2 : 5, rounds: 3 })));
  }
  if (wants('comments')) {
    say('Commenting on one story');
    const path = encodeURI(medianStory(smallDir));
    rows.push(...(await comments(makeArchive(small, 'discussed').dataDir, path, quick ? 5 : 20)));
  }
  if (wants('visible')) {
    say('Publishing');
    rows.push(...(await visible(smallDir, quick ? 10 : 50)));
  }
  if (wants('typing')) {
    say('Typing');
    rows.push(...(await typing(smallDir, quick ? 60 : 300)));
  }
  if (wants('discussion')) {
    say('Reading a long discussion');
    const { dataDir } = makeArchive(20, 'discussed', TALKED);
    rows.push(...(await discussion(dataDir, quick ? 10 : 30)));
  }
  if (big && wants('list')) {
    say('Looking into the list of stories');
    rows.push(...(await list(big.dataDir, large, quick ? 5 : 15)));
  }
  if (big && wants('depth')) {
    say('Opening cold pages');
    const archives = [
      { stories: small, dataDir: makeArchive(small, 'untouched').dataDir },
      { stories: large, dataDir: big.dataDir },
    ];
    rows.push(...(await depth(archives, quick ? 20 : 60)));
  }
  if (wants('timing')) {
    say('Timing known and unknown addresses');
    rows.push(...(await timing(makeArchive(small, 'timing').dataDir, quick ? 150 : 1_000)));
  }
}

function describeMachine(): void {
  const cpu = /^model name\s*:\s*(.*)$/m.exec(readIfThere('/proc/cpuinfo'))?.[1] ?? 'unknown';
  const cores = availableParallelism();
  const [busy = 0] = loadavg();
  console.log(
    `${cores} cores (${cpu}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}.`,
  );
  console.log(
    'The site is one process, the load generator another of one thread; the system shares the cores.',
  );
  if (busy > 0.5) console.log(`Others keep the machine busy (load ${busy.toFixed(1)}): mind that.`);
}

function makeArchive(
  stories: number,
  name = '',
  comments = stories,
): { dataDir: string; seconds: number } {
  const dataDir = join(folder, `${stories}${name}`);
  const from = performance.now();
  const made = spawnSync(
    process.execPath,
    [
      'scripts/dateline.ts',
      'sample',
      '--stories',
      `${stories}`,
      '--comments',
      `${comments}`,
      '--seed',
      '1',
    ],
    { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`the archive was not made: ${made.stderr}`);
  return { dataDir, seconds: (performance.now() - from) / 1000 };
}

/** One of middling length, with a picture if any has one. */
function medianStory(dataDir: string): string {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const path = database
    .prepare(
      `select path from live join revisions on revisions.id = live.revision_id
       order by picture_id is null, words
       limit 1 offset (
         select (case when count(picture_id) > 0 then count(picture_id) else count(*) end) / 2
         from live join revisions on revisions.id = live.revision_id
       )`,
    )
    .pluck()
    .get() as string;
  database.close();
  return path;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function say(what: string): void {
  console.log(`${what} …`);
}
