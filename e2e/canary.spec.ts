import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities } from '#db/identity-schema.ts';
import { type Answer, ask, crawl } from '#e2e/crawl.ts';
import { onDatabase } from '#e2e/database.ts';
import { approveComment } from '#features/comments/commands.ts';
import { system } from '#features/people/actor.ts';
import { switchComments } from '#features/stories/commands.ts';
import { postCommentPath } from '#lib/paths.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';
import { Canary } from '#tests/canary.ts';
import { type Discussed, discussedStory, judgeable, shown } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';

const TYPED = ' Canary.Zq7vKd0x@Marked-Example.org ';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let dataDir: string;
let site: Site;
let story: Discussed;
let closed: Discussed;
let canary: Canary;
let said = '';
let link = '';
let commentId = '';

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-canary-'));
  const hear = (text: string) => {
    said += text;
  };
  site = await startSite(dataDir, { hear, env: { DATABASE_URL: '' } });
  await onDatabase(dataDir, async () => {
    story = await discussedStory();
    closed = await discussedStory();
    good(await switchComments(system('test'), closed.storyId, false));
  });
});

test.afterAll(async () => {
  await site?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

function form(words: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({ text: 'Marked text', name: 'Marked name', email: TYPED, ...words });
}

function post(path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) {
  return ask(`${site.url}${postCommentPath(path)}`, {
    method: 'POST',
    body: String(body),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
}

function leaksIn(answers: readonly Answer[]): string[] {
  return answers.flatMap(({ what, headers, body }) =>
    [...canary.find(headers), ...canary.find(body)].map((leak) => `${what}: ${leak}`),
  );
}

const FOR_ADDRESSES = /^(identity|person-keys)\.db|^identity-index-1$|^seal-1$/;
/** Where there is no mail server, the mail to the address itself lies here. */
const OUTBOX = /[\\/]outbox$/;

function leaksInFiles(): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => !FOR_ADDRESSES.test(entry.name) && !OUTBOX.test(entry.parentPath))
    .flatMap((entry) => {
      const leaks = canary.find(readFileSync(join(entry.parentPath, entry.name)));
      return leaks.map((leak) => `${entry.name}: ${leak}`);
    });
}

const STARTS = [
  '/',
  '/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/search?q=marked',
  '/desk/sign-in',
];
const MACHINES = ['/healthz', '/readyz', '/api/auth/session', '/api/auth/providers', '/desk'];

async function everything(): Promise<Answer[]> {
  const pages = await crawl(site.url, [...STARTS, ...MACHINES, story.path, link]);
  const again: Answer[] = [];
  for (const { what, status, headers } of pages) {
    if (status !== 200 || !headers.includes('text/html')) continue;
    const url = what.slice('GET '.length);
    again.push(await ask(url, { headers: { rsc: '1' } }));
    again.push(await ask(url, { method: 'HEAD' }));
  }
  return [...pages, ...again];
}

test('a comment with a marked address is taken in and approved', async () => {
  const answer = await post(story.path, form());
  expect(answer.status).toBe(303);
  link = /^location: (.+)$/m.exec(answer.headers)?.[1] ?? '';
  const own = await ask(`${site.url}${link}`);
  expect(own.body.toString()).toContain('Marked text');
  await onDatabase(dataDir, async () => {
    const known = await readIdentity().select().from(identities);
    const seen = await readIdentity().select().from(appearances);
    expect([known.length, seen.length]).not.toContain(0);
    canary = new Canary(TYPED, {
      ...Object.fromEntries(known.map((row, n) => [`index ${n}`, row.blindIndex])),
      ...Object.fromEntries(known.map((row, n) => [`identity ${n}`, row.id])),
      ...Object.fromEntries(
        known.map((row, n) => [`sealed ${n}`, row.sealed?.toString('hex') ?? '']),
      ),
    });
    const queue = await judgeableByText();
    commentId = queue.commentId;
    good(await approveComment(system('test'), queue));
  });
  expect(leaksIn([answer, own])).toEqual([]);
  await expect(async () => {
    const page = await ask(`${site.url}${story.path}`);
    expect(page.body.toString()).toContain('Marked text');
  }).toPass();
});

async function judgeableByText() {
  const { moderationQueue } = await import('#features/moderation/queries.ts');
  const queue = good(await moderationQueue(system('test')));
  const found = queue.comments.find((one) => one.text === 'Marked text');
  return judgeable(found?.id ?? 'none', 'waiting');
}

test('it is in nothing that the site serves', async () => {
  const answers = await everything();
  const pages = answers.filter((answer) => answer.body.includes('Marked text'));
  expect(answers.length).toBeGreaterThan(30);
  expect(pages.length).toBeGreaterThan(1);
  expect(leaksIn(answers)).toEqual([]);
});

test('it is in no refusal and no failure but the form that its own sender gets back', async () => {
  const own = [
    await post(story.path, form({ text: '' })),
    await post(story.path, form({ parentId: commentId, name: '' })),
    await post(closed.path, form()),
  ];
  expect(own.map((answer) => answer.status)).toEqual([422, 422, 409]);
  expect(own[0]?.body.toString()).toContain(TYPED.trim());
  expect(leaksIn(own.map((answer) => ({ ...answer, body: Buffer.alloc(0) })))).toEqual([]);

  const others = [
    await post(story.path, form({ text: '', email: 'someone@else.example' })),
    await post(story.path, form(), { 'sec-fetch-site': 'cross-site' }),
    await post(story.path, `${form()}&more=${'x'.repeat(100_000)}`),
    await post(story.path, form(), { 'content-type': 'text/plain' }),
    await post(story.path, form(), { 'content-type': 'multipart/form-data; boundary=none' }),
    await post('/no/story', form()),
    await ask(`${site.url}${story.path}?q=%E0%A4%A`),
    await ask(`${site.url}/%E0%A4%A`),
    await ask(site.url, { method: 'DELETE' }),
    await ask(`${site.url}/comments/${'a'.repeat(43)}`),
    await ask(`${site.url}/form/comment/${'a'.repeat(20)}`),
    await withoutAppearances(() => post(story.path, form({ text: 'fails' }))),
  ];
  expect(others.map((answer) => answer.status)).toEqual([
    422, 403, 413, 400, 400, 404, 200, 400, 405, 404, 404, 500,
  ]);
  expect(leaksIn(others)).toEqual([]);
});

/** Breaks the store of addresses while `work` runs. */
async function withoutAppearances<T>(work: () => Promise<T>): Promise<T> {
  const rename = (from: string, to: string) =>
    onDatabase(dataDir, () =>
      identityTransaction((tx) => tx.run(sql.raw(`alter table ${from} rename to ${to}`))),
    );
  await rename('appearances', 'away');
  try {
    return await work();
  } finally {
    await rename('away', 'appearances');
  }
}

test('too many comments are refused, with a page that says so', async () => {
  const many = Array.from({ length: 40 }, (_, n) => form({ text: `Number ${n}` }));
  const answers = await Promise.all(many.map((one) => post(story.path, one)));
  expect(answers.map((answer) => answer.status)).toContain(429);
  const refused = answers.find((answer) => answer.status === 429);
  expect(refused?.body.toString()).toContain('Please wait a few minutes');
  expect(refused?.body.toString()).toContain('Post Comment');
});

test('it is in no line of the log and in no file, running or stopped', async () => {
  expect(said).toContain('An address could not be stored');
  expect(canary.find(said)).toEqual([]);
  expect(leaksInFiles()).toEqual([]);
  const plain = new Canary(TYPED);
  for (const name of readdirSync(dataDir).filter((file) => file.startsWith('identity.db'))) {
    expect([name, plain.find(readFileSync(join(dataDir, name)))]).toEqual([name, []]);
  }
});

test('and had it leaked, this would have seen it: in a page and in a file', async () => {
  const leaked = createHash('md5').update(TYPED.trim().toLowerCase()).digest('hex');
  await onDatabase(dataDir, () => shown(story.storyId, { text: `avatar/${leaked}` }));
  await expect(async () => {
    const page = await ask(`${site.url}${story.path}`);
    expect(page.body.toString()).toContain(leaked);
  }).toPass();
  const leaks = leaksIn(await everything());
  expect(leaks).toContain(`GET ${site.url}${story.path}: md5 in hex`);
  expect(leaksInFiles().join()).toContain('dateline.db');
});

test('once the site has stopped, the files still say nothing more', async () => {
  await site.stop();
  const forms = new Set(leaksInFiles().map((leak) => leak.split(': ')[1]));
  expect([...forms]).toEqual(['md5 in hex']);
});
