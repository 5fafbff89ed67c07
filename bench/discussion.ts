import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { atMost, median, type Row } from '#bench/table.ts';
import { startSite } from '#scripts/e2e/site.ts';

const KB = 1000;
const MADE_WITHIN_MS = 60;

/** One story with all comments of an archive under it: each way to read them, made anew each time. */
export async function discussion(dataDir: string, samples: number): Promise<Row[]> {
  const comments = gather(dataDir);
  const ways = waysOf(dataDir);
  const site = await startSite(dataDir, { env: { PRESS: '0' } });
  try {
    const rows: Row[] = [];
    for (const [what, path] of Object.entries(ways)) {
      const times: number[] = [];
      let bytes = 0;
      for (let n = -Math.ceil(samples / 4); n < samples; n += 1) {
        const began = performance.now();
        const answer = await fetch(site.url + encodeURI(path), { redirect: 'manual' });
        const body = Buffer.from(await answer.arrayBuffer());
        if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`);
        // The first ones warm the process up.
        if (n >= 0) times.push(performance.now() - began);
        bytes = gzipSync(body).byteLength;
      }
      const name = `${comments.toLocaleString('en')} comments: ${what}`;
      const row = atMost(name, median(times), MADE_WITHIN_MS, 'ms', 1);
      rows.push({ ...row, figure: `${row.figure}, ${(bytes / KB).toFixed(0)} kB gzip` });
    }
    return rows;
  } finally {
    await site.stop();
  }
}

/** Puts what readers said to all stories under one of them. An archive has at most 1,500 under each. */
function gather(dataDir: string): number {
  const database = new Database(join(dataDir, 'dateline.db'));
  const story = database
    .prepare('select story_id from comment_counts order by approved desc limit 1')
    .pluck()
    .get() as string;
  for (const table of ['comments', 'comment_threads']) {
    database.prepare(`update ${table} set story_id = ?`).run(story);
  }
  const shown = database.prepare('select sum(shown) from comment_threads').pluck().get() as number;
  database
    .prepare(
      `update comment_counts set approved = ?, threads = (select count(*) from comment_threads)
       where story_id = ?`,
    )
    .run(shown, story);
  database.close();
  return shown;
}

function waysOf(dataDir: string): Record<string, string> {
  const database = new Database(join(dataDir, 'dateline.db'), { readonly: true });
  const story = database
    .prepare(
      `select live.path, comment_counts.threads, live.story_id as id from live
       join comment_counts on comment_counts.story_id = live.story_id
       order by approved desc limit 1`,
    )
    .get() as { path: string; threads: number; id: string };
  const longest = database
    .prepare('select id, shown from comment_threads where story_id = ? order by shown desc limit 1')
    .get(story.id) as { id: string; shown: number };
  const newest = database
    .prepare(
      `select id from comments where story_id = ? and shown_revision_id is not null
       order by created_at desc limit 1`,
    )
    .pluck()
    .get(story.id) as string;
  database.close();
  const { path } = story;
  const last = Math.ceil(story.threads / 50);
  const lastAnswers = Math.max(1, Math.ceil((longest.shown - 1) / 100));
  return {
    'the story': path,
    'newest first': `${path}/comments/newest`,
    'most recommended first': `${path}/comments/recommended`,
    [`page ${last}`]: last > 1 ? `${path}/comments/${last}` : path,
    'the longest thread, its last page': `${path}/thread/${longest.id}${lastAnswers > 1 ? `/page/${lastAnswers}` : ''}`,
    'where the newest one stands': `${path}/comment/${newest}`,
    'how many there are': `${path}/comments/count.json`,
  };
}
