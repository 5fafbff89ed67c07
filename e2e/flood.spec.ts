import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eq, isNull } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { onDatabase } from '#e2e/database.ts';
import { digestOf } from '#lib/digests.ts';
import { postCommentPath } from '#lib/paths.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';
import { type Discussed, discussedStory } from '#tests/discussion.ts';

const KILLS = 10;
const AT_ONCE = 24;

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let dataDir: string;
let site: Site;
let story: Discussed;
const start = () => startSite(dataDir, { env: { DATABASE_URL: '', TRUST_PROXY: '1' } });

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-flood-'));
  site = await start();
  story = await onDatabase(dataDir, () => discussedStory());
});

test.afterAll(async () => {
  await site?.kill();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

let sent = 0;

/** One comment, from a network of its own. Where its writer is sent, or null if nobody answered. */
async function comment(): Promise<string | null> {
  sent += 1;
  const body = new URLSearchParams({
    text: `Number ${sent}`,
    name: 'Dana',
    email: `reader-${sent}@example.com`,
  });
  const place = `10.${sent >> 16}.${(sent >> 8) & 255}.${sent & 255}`;
  try {
    const answer = await fetch(site.url + postCommentPath(story.path), {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'x-forwarded-for': place },
    });
    return answer.status === 303 ? answer.headers.get('location') : `answered ${answer.status}`;
  } catch {
    return null;
  }
}

/** Many at once and on and on, until the power fails at the given answer. What was answered. */
async function floodUntil(answers: number): Promise<string[]> {
  const answered: string[] = [];
  let killed: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (;;) {
        const link = await comment();
        if (link === null) return;
        answered.push(link);
        if (answered.length >= answers) killed ??= site.kill();
      }
    }),
  );
  await killed;
  return answered;
}

test('killed ten times in the middle of a flood, it has every comment that it answered', async () => {
  const links: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const answered = await floodUntil(10 + kill * 13);
    expect(answered.filter((link) => !link.startsWith('/comments/'))).toEqual([]);
    links.push(...answered);
    site = await start();
    for (const link of [answered[0], answered.at(-1)]) {
      expect((await fetch(site.url + link)).status).toBe(200);
    }
  }
  await site.stop();
  await onDatabase(dataDir, async () => {
    const kept = await read.select({ digest: comments.tokenDigest }).from(comments);
    const digests = new Set(kept.map((row) => row.digest));
    const lost = links.filter((link) => !digests.has(digestOf(link.split('/').at(-1) ?? '')));
    expect(lost).toEqual([]);
    expect(links.length).toBeGreaterThan(KILLS * 10);
  });
});

test('and there is no half of one, and the log of what was written proves itself', async () => {
  await onDatabase(dataDir, async () => {
    const halves = await read
      .select({ id: comments.id })
      .from(comments)
      .leftJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
      .where(isNull(commentRevisions.id));
    expect(halves).toEqual([]);
  });
  const said = execFileSync('npm', ['run', '-s', 'dateline', '--', 'verify'], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  expect(said).toContain('as they were written');
});
