import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { type Answer, ask, crawl } from '#e2e/crawl.ts';
import { onDatabase } from '#e2e/database.ts';
import { approveComment } from '#features/comments/commands.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { digestOf } from '#lib/digests.ts';
import { commentPrivacyPath, postCommentPath } from '#lib/paths.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';
import { Canary } from '#tests/canary.ts';
import { type Discussed, discussedStory } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';

/** What leaves a site by other ways than its pages: mails, exports, backups, temporary files, words on a terminal. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const TYPED = 'Canary.Outside7vKd0x@Marked-Example.org';
const MAILED = TYPED.toLowerCase();
const MODERATOR = { email: 'moderator@newsroom.example', password: 'seven quiet harbour cranes' };

let folder: string;
let dataDir: string;
let site: Site;
let story: Discussed;
let said = '';
const canary = new Canary(TYPED);

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-canary-outside-'));
  dataDir = join(folder, 'data');
  mkdirSync(join(folder, 'tmp'));
  const hear = (text: string) => {
    said += text;
  };
  site = await startSite(dataDir, { hear, env: { DATABASE_URL: '', TMPDIR: join(folder, 'tmp') } });
  await onDatabase(dataDir, async () => {
    story = await discussedStory();
    const person = { ...MODERATOR, name: 'Moderator', role: 'moderator' };
    good(await addPerson(system('test'), person));
  });
});

test.afterAll(async () => {
  await site?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

function post(path: string, words: Record<string, string>): Promise<Answer> {
  return ask(`${site.url}${path}`, {
    method: 'POST',
    body: String(new URLSearchParams(words)),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

function leaksIn(answers: readonly Answer[]): string[] {
  return answers.flatMap(({ what, headers, body }) =>
    [...canary.find(headers), ...canary.find(body)].map((leak) => `${what}: ${leak}`),
  );
}

/** In which of these files it is, and how. */
function leaksUnder(top: string, except: RegExp): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !except.test(entry.name))
    .flatMap((entry) => {
      const found = canary.find(readFileSync(join(entry.parentPath, entry.name)));
      return found.map((leak) => `${entry.name}: ${leak}`);
    });
}

const NOTHING = /^$/;
/** A mail to its reader names its reader. */
const MAILS = /\.eml$/;

async function mails() {
  const outbox = join(dataDir, 'outbox');
  const files = readdirSync(outbox).filter((file) => MAILS.test(file));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const bytes = readFileSync(join(outbox, file));
      return { bytes, ...(await PostalMime.parse(bytes)) };
    }),
  );
}

/** The last path of this shape that was mailed. */
async function mailedPath(shape: RegExp): Promise<string> {
  let path = '';
  await expect(async () => {
    for (const { text = '' } of await mails()) path = shape.exec(text)?.[0] ?? path;
    expect(path).not.toBe('');
  }).toPass({ timeout: 30_000 });
  return path;
}

test('no mail says it but in the line that says to whom it is', async () => {
  const words = { text: 'Marked', name: 'Marked', email: TYPED, notify: 'on' };
  const answer = await post(postCommentPath(story.path), words);
  expect(answer.status).toBe(303);
  const confirm = await mailedPath(/\/privacy\/confirm\/[\w-]{43}/);
  expect(leaksIn([answer, await post(confirm, {})])).toEqual([]);
  const token = /^location: \/comments\/([\w-]+)/m.exec(answer.headers)?.[1] ?? '';
  await onDatabase(dataDir, async () => {
    const [written] = await read
      .select({ commentId: comments.id, revisionId: comments.latestRevisionId })
      .from(comments)
      .where(eq(comments.tokenDigest, digestOf(token)));
    good(await approveComment(system('test'), written));
  });
  await post(commentPrivacyPath(), { email: TYPED });
  await mailedPath(/\/privacy\/comments\/[\w-]{43}/);
  const sent = await mails();
  expect(sent.length).toBeGreaterThan(1);
  for (const { bytes, to, subject } of sent) {
    expect([subject, to?.[0]?.address]).toEqual([subject, MAILED]);
    const rest = bytes.toString('latin1').replace(/^To: .*(?:\r?\n[ \t].*)*/m, '');
    expect([subject, canary.find(rest)]).toEqual([subject, []]);
  }
});

test('what a person gets to see and to take along is all but the address', async () => {
  const link = await mailedPath(/\/privacy\/comments\/[\w-]{43}/);
  const opened = await post(link, {});
  const held = /^location: (.+)$/m.exec(opened.headers)?.[1] ?? '';
  const answers = [
    await ask(`${site.url}${link}`),
    opened,
    await ask(`${site.url}${held}`),
    await ask(`${site.url}${held}/data.json`),
  ];
  expect(answers.at(-1)?.body.toString()).toContain('Marked');
  expect(leaksIn(answers)).toEqual([]);
});

test('a moderator sees it nowhere at the desk', async () => {
  const headers = { cookie: await signedIn(), 'accept-encoding': 'identity' };
  const starts = ['/desk', '/desk/comments', '/desk/comments/addresses', '/desk/comments?q=canary'];
  const answers = await crawl(site.url, starts, { headers });
  expect(answers.some((answer) => answer.body.includes('Marked'))).toBe(true);
  expect(leaksIn(answers)).toEqual([]);
});

async function signedIn(): Promise<string> {
  const cookies = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
  };
  const said = () => [...cookies].map((pair) => pair.join('=')).join('; ');
  const asked = await fetch(`${site.url}/api/auth/csrf`);
  keep(asked);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  keep(
    await fetch(`${site.url}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ csrfToken, ...MODERATOR, json: 'true' }),
      headers: { cookie: said(), origin: site.url },
    }),
  );
  return said();
}

test('a backup has it sealed only, and what an operator is told has it not at all', () => {
  const kept = join(folder, 'backups');
  const words = [
    dateline('backup', kept, '--apart', join(folder, 'apart')),
    dateline('doctor'),
    dateline('doctor', '--json'),
    dateline('verify', '--json'),
  ];
  for (const text of words) expect(canary.find(text)).toEqual([]);
  expect(readdirSync(kept, { recursive: true }).length).toBeGreaterThan(3);
  expect(leaksUnder(kept, NOTHING)).toEqual([]);
  expect(leaksUnder(join(folder, 'apart'), NOTHING)).toEqual([]);
});

/** What it says, whether or not all is well. */
function dateline(...args: string[]): string {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', SITE_URL: site.url };
  try {
    return execFileSync(process.execPath, ['scripts/dateline.ts', ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}${stderr}`;
  }
}

test('killed while comments come in, it leaves it in no file', async () => {
  const many = Array.from({ length: 20 }, (_, n) =>
    post(postCommentPath(story.path), { text: `More ${n}`, name: 'Marked', email: TYPED }).catch(
      () => undefined,
    ),
  );
  await Promise.race(many);
  await site.kill();
  await Promise.all(many);
  expect(leaksUnder(dataDir, MAILS)).toEqual([]);
  expect(leaksUnder(join(folder, 'tmp'), NOTHING)).toEqual([]);
  expect(canary.find(said)).toEqual([]);
});
