import { join } from 'node:path';
import Database from 'better-sqlite3';
import { atMost, median, type Row } from '#bench/table.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';

const PAGE_SIZE = 24;

type Kind = 'front' | 'section' | 'deep section page' | 'story' | 'search';
type Archive = { stories: number; site: Site; paths: Record<Kind, string[]> };

/** The same kinds of pages of a small and a large archive, with every cache cold, in turns. */
export async function depth(
  archives: readonly { stories: number; dataDir: string }[],
  samples: number,
): Promise<Row[]> {
  const cold = { PRESS: '0', NODE_OPTIONS: `--import ${join(import.meta.dirname, 'chill.ts')}` };
  const open: Archive[] = [];
  try {
    for (const { stories, dataDir } of archives) {
      const site = await startSite(dataDir, { env: cold });
      open.push({ stories, site, paths: pathsOf(dataDir, samples) });
    }
    const rows: Row[] = [];
    for (const kind of ['front', 'section', 'deep section page', 'story', 'search'] as const) {
      rows.push(await compare(open, kind, samples));
    }
    return rows;
  } finally {
    await Promise.all(open.map(({ site }) => site.stop()));
  }
}

async function compare(open: readonly Archive[], kind: Kind, samples: number): Promise<Row> {
  const times = open.map((): number[] => []);
  for (let n = -Math.ceil(samples / 4); n < samples; n += 1) {
    for (const [index, { site, paths }] of open.entries()) {
      const some = paths[kind];
      const path = some[Math.abs(n) % some.length] ?? '/';
      const ms = await timed(site.url + path);
      // The first ones warm the process up.
      if (n >= 0) times[index]?.push(ms);
    }
  }
  const medians = times.map(median);
  const figures = medians
    .map((ms, index) => `${ms.toFixed(1)} ms with ${open[index]?.stories.toLocaleString('en')}`)
    .join(', ');
  const ratio = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
  const what = `Cold ${kind} (median of ${samples})`;
  if (kind === 'search') return { what, figure: `${figures}: × ${ratio.toFixed(2)}` };
  const row = atMost(what, ratio, 1.5, '', 2);
  return { ...row, figure: `${figures}: × ${row.figure}` };
}

async function timed(url: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { redirect: 'error' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - began;
}

/** Distinct addresses of each kind, spread evenly over the archive. */
function pathsOf(dataDir: string, samples: number): Archive['paths'] {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const column = (statement: string, ...values: unknown[]) =>
    database
      .prepare(statement)
      .pluck()
      .all(...values) as string[];
  const stories = column(
    `with numbered as (select path, row_number() over (order by first_published_at) as n from live)
     select path from numbered where n % max(1, (select count(*) from live) / ?) = 0 limit ?`,
    samples,
    samples,
  );
  const sections = database
    .prepare(
      `select '/' || slug as path, stories from sections
       join live_counts on kind = 'section' and list_id = sections.id and stories > 0
       order by stories desc`,
    )
    .all() as { path: string; stories: number }[];
  const deep = sections.flatMap(({ path, stories: count }) => {
    const last = Math.ceil(count / PAGE_SIZE);
    const pages = [last, last - 1, last - 2, Math.ceil(last * 0.9), Math.ceil(last * 0.8)];
    return [...new Set(pages)].filter((page) => page > 1).map((page) => `${path}/page/${page}`);
  });
  const words = column(
    'select headline from live order by first_published_at desc limit ?',
    samples,
  );
  database.close();
  return {
    front: ['/'],
    section: sections.map(({ path }) => path),
    'deep section page': deep,
    story: stories.map((path) => encodeURI(path)),
    search: words.map(
      (headline) => `/search?q=${encodeURIComponent(headline.split(' ')[1] ?? '')}`,
    ),
  };
}
