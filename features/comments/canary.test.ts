import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { is, Table } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { readIdentity } from '#db/identity.ts';
import * as identitySchema from '#db/identity-schema.ts';
import { identities } from '#db/identity-schema.ts';
import { readPersonKeys } from '#db/person-keys.ts';
import * as personKeysSchema from '#db/person-keys-schema.ts';
import { type Reader, read } from '#db/store.ts';
import { postComment } from '#features/comments/commands.ts';
import { replyTarget, storyComments, writersComment } from '#features/comments/queries.ts';
import { decisionBehind, moderationQueue } from '#features/moderation/queries.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { env } from '#lib/env.ts';
import { Canary } from '#tests/canary.ts';
import { type Discussed, discussedStory, form, shown } from '#tests/discussion.ts';
import { leftovers } from '#tests/leftovers.ts';
import { mainTables } from '#tests/tables.ts';

const ADDRESS = 'Canary.Zq7vKd0x@Marked-Example.org';

/** Every row of the main store, with its bytes in hex. */
async function everything(): Promise<string> {
  const rows = [];
  for (const table of await mainTables()) rows.push(await read.select().from(table));
  return JSON.stringify(rows, inHex);
}

function inHex(_key: string, value: { type?: string; data?: number[] } | null): unknown {
  return value?.type === 'Buffer' ? Buffer.from(value.data ?? []).toString('hex') : value;
}

/** The files of DATA_DIR but those that are made for addresses. */
function files(): Map<string, Buffer> {
  const all = readdirSync(env().dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('identity.db'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(all.map((file) => [file, readFileSync(file)]));
}

async function canaryIn(story: Discussed, email: string): Promise<[Canary, string, string]> {
  const { commentId, token } = await shown(story.storyId, { email });
  const indexes = await readIdentity().select({ index: identities.blindIndex }).from(identities);
  const secrets = Object.fromEntries(indexes.map(({ index }, n) => [`index ${n}`, index]));
  return [new Canary(email, secrets), commentId, token];
}

test('an address is in no row and no file but sealed, and in no view', async () => {
  const story = await discussedStory();
  const [canary, commentId, token] = await canaryIn(story, ADDRESS);
  await postComment(VISITOR, form(story.storyId, { email: ADDRESS, text: '' }));
  await postComment(VISITOR, form(story.storyId, { email: ADDRESS, parentId: 'none' }));
  const rows = await everything();
  expect(rows).toContain(commentId);
  expect(canary.find(rows)).toEqual([]);
  const views = [
    await storyComments(story.storyId, 1),
    await replyTarget(commentId),
    await writersComment(token),
    await decisionBehind(token),
    await moderationQueue(system('test')),
    await moderationQueue(system('test'), { pile: 'all' }),
  ];
  expect(JSON.stringify(views)).toContain(commentId);
  expect(canary.find(JSON.stringify(views))).toEqual([]);
  const kept = files();
  expect(kept.size).toBeGreaterThan(0);
  for (const [file, bytes] of kept) expect([file, canary.find(bytes)]).toEqual([file, []]);
});

test('the stores of addresses do not say them either, nor does an index that only the database has', async () => {
  const story = await discussedStory();
  await shown(story.storyId, { email: ADDRESS });
  const plain = new Canary(ADDRESS);
  const rows = [
    ...(await rowsOf(identitySchema, readIdentity())),
    ...(await rowsOf(personKeysSchema, readPersonKeys())),
  ];
  expect(rows.length).toBeGreaterThan(2);
  expect(plain.find(JSON.stringify(rows, inHex))).toEqual([]);
  for (const part of ['canary.zq7vkd0x', 'marked-example']) {
    expect(await leftovers(part)).toEqual([]);
  }
});

async function rowsOf(schema: object, from: Reader): Promise<unknown[]> {
  const tables = Object.values(schema).filter((one) => is(one, Table)) as (typeof identities)[];
  const rows = [];
  for (const table of tables) rows.push(...(await from.select().from(table)));
  return rows;
}

test('a leak is seen: the address’s hash in a comment, its index in the log', async () => {
  const story = await discussedStory();
  const [canary] = await canaryIn(story, ADDRESS);
  const { createHash } = await import('node:crypto');
  const leaked = createHash('md5').update(ADDRESS.toLowerCase()).digest('hex');
  const before = await everything();
  await shown(story.storyId, { text: `See https://pictures.example/avatar/${leaked}` });
  const after = await everything();
  expect([canary.find(before), canary.find(after)]).toEqual([[], ['md5 in hex']]);
  expect(canary.find(JSON.stringify(await storyComments(story.storyId, 1)))).toEqual([
    'md5 in hex',
  ]);
  if (dialect() === 'sqlite') {
    expect([...files()].some(([, bytes]) => canary.find(bytes).length > 0)).toBe(true);
  }
});
