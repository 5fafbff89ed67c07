import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { count, eq, getTableName, is, Table } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readIdentity } from '#db/identity.ts';
import * as identity from '#db/identity-schema.ts';
import * as discussions from '#db/schema/comments.ts';
import * as decisions from '#db/schema/decisions.ts';
import * as staff from '#db/schema/people.ts';
import * as readers from '#db/schema/readers.ts';
import * as site from '#db/schema/site.ts';
import * as stories from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { addSample, removeSample } from '#features/sample/commands.ts';
import { STORIES } from '#features/sample/content/stories.ts';
import { createStory } from '#features/stories/commands.ts';
import { rebuildLive } from '#features/stories/jobs.ts';
import { publishStory } from '#features/stories/publishing.ts';
import { env } from '#lib/env.ts';
import type { Result } from '#lib/result.ts';
import { holdClock } from '#tests/fixtures.ts';

const DESK = system('desk');
const LOGS = new Set(['audit', 'outbox']);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** How many rows each table has, but for the logs, which only grow. */
async function rows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const schema of [discussions, decisions, staff, readers, site, stories, identity]) {
    for (const table of Object.values(schema)) {
      if (!is(table, Table) || LOGS.has(getTableName(table))) continue;
      const from = schema === identity ? readIdentity() : read;
      const [row] = await from.select({ rows: count() }).from(table as typeof stories.stories);
      if (row && row.rows > 0) counts[getTableName(table)] = row.rows;
    }
  }
  return counts;
}

function mediaFiles(): string[] {
  const entries = readdirSync(join(env().dataDir, 'media'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('the sample newsroom', () => {
  it('comes in whole, once, with nothing that readers should not see', async () => {
    holdClock();
    expect(value(await addSample())).toEqual({ stories: STORIES.length });

    const shown = await read.select().from(readers.live);
    expect(shown.map((story) => story.path)).toContain('/world/syria-talks-open-in-astana');
    expect(new Set(shown.map((story) => story.language))).toEqual(new Set(['en', 'fr', 'ar']));
    expect(shown.filter((story) => story.picture).length).toBeGreaterThan(8);
    const [prespa, french] = shown.filter((story) => story.path.includes('prespa'));
    expect(prespa?.translationGroupId).toBe(french?.translationGroupId);
    expect(await rows()).toMatchObject({ people: 3, authors: 4, sections: 5, comments: 14 });

    const waiting = await read
      .select()
      .from(discussions.comments)
      .where(eq(discussions.comments.state, 'waiting'));
    expect(waiting).toHaveLength(2);
    expect(waiting.every((comment) => comment.shownRevisionId === null)).toBe(true);
    expect((await addSample()).ok).toBe(false);
  });

  it('has staff who cannot sign in', async () => {
    const people = await read.select().from(staff.people);
    expect(people.map((person) => person.passwordHash)).toEqual([null, null, null]);
  });

  it('stands in the lists of readers as the publication log says', async () => {
    const before = await read.select().from(readers.live).orderBy(readers.live.storyId);
    await rebuildLive();
    expect(await read.select().from(readers.live).orderBy(readers.live.storyId)).toEqual(before);
  });

  it('is not for visitors to take away', async () => {
    expect(await removeSample(VISITOR)).toMatchObject({ ok: false, code: 'forbidden' });
  });

  it('leaves nothing behind when it is taken away', async () => {
    expect(value(await removeSample())).toEqual({ stories: 15, pictures: 11, comments: 14 });
    expect(await rows()).toEqual({});
    expect(mediaFiles()).toEqual([]);
  });

  it('can come again, and leaves what the newsroom has made meanwhile', async () => {
    value(await addSample());
    value(await addPerson(DESK, { name: 'Ada', email: 'ada@example.org', role: 'editor' }));
    const [world] = await read.select().from(site.sections).where(eq(site.sections.slug, 'world'));
    const [nora] = await read
      .select()
      .from(staff.authors)
      .where(eq(staff.authors.handle, 'nora-achterberg'));
    const [picture] = await read.select().from(site.pictures);
    const own = {
      headline: 'Our own story',
      sectionId: world?.id,
      bylines: [{ authorId: nora?.id }],
      topics: ['Water', 'Ours alone'],
      picture: { pictureId: picture?.id },
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ours.' }] }],
      },
    };
    value(await publishStory(DESK, value(await createStory(DESK, own))));

    value(await removeSample());
    const left = await rows();
    expect(left).toMatchObject({ stories: 1, live: 1, sections: 1, pictures: 1, terms: 2 });
    expect(left).toMatchObject({ people: 1, authors: 2, paths: 2, live_lists: 3, live_counts: 4 });
    const counts = await read.select().from(readers.liveCounts);
    expect(counts.map((list) => list.stories)).toEqual([1, 1, 1, 1]);
    const [section] = await read.select().from(site.sections);
    expect(section).toMatchObject({ slug: 'world', sample: false });
    expect(value(await removeSample())).toEqual({ stories: 0, pictures: 0, comments: 0 });
    expect(await rows()).toEqual(left);
  });
});
