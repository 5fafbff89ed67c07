import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Section } from '#bench/newsroom.ts';
import { atMost, median, type Row } from '#bench/table.ts';
import { type Seen, textOf, watch } from '#bench/watching.ts';

/** How far ahead a story is planned: the site has to learn of the plan meanwhile. */
const AHEAD_MS = 700;

/** Stories that another process publishes, until readers of this site have them. */
export async function fromElsewhere(
  dataDir: string,
  url: string,
  section: Section,
  runs: number,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  await withProcess(dataDir, runs, section, 'from-elsewhere', async (slug, headline, click) => {
    const watching = watch(url, section, slug, headline);
    click('publish');
    seen.push(await watching);
  });
  return seen;
}

/** How long after the moment for which a story was planned readers have it everywhere. */
export async function onTime(
  dataDir: string,
  url: string,
  section: Section,
  runs: number,
): Promise<Row[]> {
  const late: number[] = [];
  await withProcess(dataDir, runs, section, 'on-time', async (slug, headline, click) => {
    const began = Date.now();
    click(new Date(began + AHEAD_MS).toISOString());
    const seen = await watch(url, section, slug, headline);
    late.push(Math.max(...Object.values(seen)) - AHEAD_MS);
  });
  const what = `Planned for a moment, seen after it, of ${late.length}`;
  return [
    { what: `${what}: median`, figure: `${median(late).toFixed(0)} ms` },
    atMost(`${what}: worst`, Math.max(...late), 1000, 'ms'),
  ];
}

/** Runs the other process, which has a story ready for each run and waits for the click. */
async function withProcess(
  dataDir: string,
  runs: number,
  section: Section,
  name: string,
  run: (slug: string, headline: string, click: (how: string) => void) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'elsewhere.ts')], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const says = async (word: string) => {
    const { value } = await lines.next();
    if (value !== word) throw new Error(`the other process said ${value}`);
  };
  await says('ready');
  for (let count = 0; count < runs; count += 1) {
    const slug = `${name}-${count}`;
    const headline = `By ${name} ${count} of ${runs}`;
    child.stdin.write(`${JSON.stringify({ ...textOf(section, headline), slug })}\n`);
    await says('created');
    await run(slug, headline, (how) => child.stdin.write(`${how}\n`));
  }
  child.stdin.end();
  await once(child, 'exit');
}
