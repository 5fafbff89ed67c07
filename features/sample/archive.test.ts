import { createHash } from 'node:crypto';
import { count, countDistinct, eq, isNotNull, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIdentity } from '#db/identity.ts';
import { identities } from '#db/identity-schema.ts';
import { commentCounts, comments } from '#db/schema/comments.ts';
import { live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { paths, sections, terms } from '#db/schema/site.ts';
import { publications, revisions, stories } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { makeArchive, removeSample } from '#features/sample/commands.ts';
import { searchStories } from '#features/search/queries.ts';
import { Body, bodyText, countWords } from '#features/stories/body.ts';
import { rebuildLive } from '#features/stories/jobs.ts';
import { holdClock } from '#tests/fixtures.ts';

const STORIES = 500;
const COMMENTS = 900;
const SIZE = { stories: STORIES, comments: COMMENTS, seed: '7', until: '2026-11-23' };

/** One digest of what the tables of an archive say, whatever the order of their rows. */
async function digest(): Promise<string> {
  const hash = createHash('sha256');
  for (const table of [sections, terms, stories, revisions, publications, live, comments, paths]) {
    const rows = (await read.select().from(table as typeof stories)) as object[];
    const lines = rows.map((row) => JSON.stringify(row));
    for (const line of lines.toSorted()) hash.update(line);
  }
  return hash.digest('hex');
}

const sorted = <T extends object>(rows: T[]): T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

beforeAll(async () => {
  holdClock('2026-11-23T09:00:00Z');
  expect(await makeArchive(SIZE)).toEqual({ ok: true, value: { stories: 500, comments: 900 } });
});

describe('an archive', () => {
  it('has as many stories and comments as were asked for, and no address in it', async () => {
    const [told] = await read.select({ rows: count() }).from(stories);
    const [said] = await read.select({ rows: count() }).from(comments);
    expect([told?.rows, said?.rows]).toEqual([STORIES, COMMENTS]);
    expect(await readIdentity().select().from(identities)).toEqual([]);
  });

  it('shows readers what the publication log says, in every list and every count', async () => {
    const before = [
      sorted(await read.select().from(live)),
      sorted(await read.select().from(liveLists)),
      sorted(await read.select().from(liveCounts)),
    ];
    await rebuildLive();
    const after = [
      sorted(await read.select().from(live)),
      sorted(await read.select().from(liveLists)),
      sorted((await read.select().from(liveCounts)).filter((list) => list.stories > 0)),
    ];
    expect(after).toEqual(before);
  });

  it('registers every address: of live stories as here, of withdrawn ones as gone', async () => {
    const shown = await read.select().from(live);
    const here = await read.select().from(paths).where(eq(paths.noun, 'story'));
    const open = here.filter((path) => path.state === 'here').map((path) => path.path);
    expect(open.toSorted()).toEqual(shown.map((story) => story.path).toSorted());
    expect(here).toHaveLength(STORIES);
    const ended = await read.select().from(publications).where(isNull(publications.openFor));
    const gone = ended.filter((one) => one.endedAs === 'withdrawn').map((one) => one.storyId);
    const closed = here.filter((path) => path.state === 'gone').map((path) => path.thingId);
    expect(closed.toSorted()).toEqual(gone.toSorted());
  });

  it('counts its comments as they are', async () => {
    const counted = await read
      .select({
        storyId: comments.storyId,
        approved: count(),
        threads: countDistinct(comments.threadId),
      })
      .from(comments)
      .where(isNotNull(comments.shownRevisionId))
      .groupBy(comments.storyId);
    const kept = (await read.select().from(commentCounts)).filter((row) => row.approved > 0);
    expect(sorted(kept)).toEqual(sorted(counted));
  });

  it('answers in a thread only what was there to be answered', async () => {
    const rows = await read.select().from(comments);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { parentId, threadId, storyId, createdAt } of rows) {
      expect(byId.get(threadId)).toMatchObject({ threadId, parentId: null, storyId });
      if (!parentId) continue;
      const parent = byId.get(parentId);
      expect(parent).toMatchObject({ threadId, storyId, state: 'approved' });
      expect(parent && parent.createdAt <= createdAt).toBe(true);
    }
  });

  it('has texts that can be printed, of the length that is written down', async () => {
    const rows = await read.select().from(revisions);
    for (const { body, words } of rows) {
      const parsed = Body.parse(body);
      expect(countWords(bodyText(parsed), 'en')).toBe(words);
      expect(words).toBeGreaterThanOrEqual(80);
      expect(words).toBeLessThanOrEqual(5_000);
    }
  });

  it('can be searched at once', async () => {
    const [story] = await read.select().from(live).limit(1);
    const found = await searchStories(story?.headline ?? '', 1);
    expect(found?.hits.map((hit) => hit.id)).toContain(story?.storyId);
  });

  it('is not made twice of one seed', async () => {
    expect(await makeArchive(SIZE)).toMatchObject({ ok: false, code: 'conflict' });
  });

  it('is the same again after it was taken away, at whatever hour', async () => {
    const before = await digest();
    expect(await removeSample()).toMatchObject({ ok: true, value: { stories: STORIES } });
    expect(await read.select().from(stories)).toEqual([]);
    expect(await read.select().from(paths)).toEqual([]);
    expect((await searchStories('council', 1))?.total).toBe(0);
    holdClock('2026-12-24T18:30:00Z');
    await makeArchive(SIZE);
    expect(await digest()).toBe(before);
  });
});
