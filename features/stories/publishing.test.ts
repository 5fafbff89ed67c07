import { and, asc, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { onTouched } from '#db/outbox.ts';
import { live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { outbox, paths } from '#db/schema/site.ts';
import { publications } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { changeSection } from '#features/sections/commands.ts';
import { followSection, rebuildLive } from '#features/stories/jobs.ts';
import {
  approveStory,
  publishStory,
  submitStory,
  withdrawStory,
} from '#features/stories/publishing.ts';
import { relatedStories, sectionPageOf, storyAt } from '#features/stories/queries.ts';

import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import {
  draft,
  member,
  paragraphs,
  publish,
  rewrite,
  section,
  UNSIGNED,
  withdraw,
} from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const MINUTE = 60_000;
let clock = holdClock();
beforeEach(() => {
  clock = holdClock();
});

async function log(storyId: string) {
  return read
    .select({ revisionId: publications.revisionId, endedAs: publications.endedAs })
    .from(publications)
    .where(eq(publications.storyId, storyId))
    .orderBy(asc(publications.startedAt));
}

test('first published is set once, updated only when readers read something else', async () => {
  const { id } = await section();
  const first = await draft(id);
  const path = await publish(first);
  const published = await storyAt(path);
  expect(published).toMatchObject({ updatedAt: null });

  clock.forward(MINUTE);
  const noted = await rewrite(first, id, { ...said(published), notes: 'to the desk only' });
  await publish(noted);
  expect(await storyAt(path)).toMatchObject({
    updatedAt: null,
    publishedAt: published?.publishedAt,
  });

  const at = clock.forward(MINUTE);
  const changed = await rewrite(noted, id, { headline: 'Corrected' });
  await publish(changed);
  expect(await storyAt(path)).toMatchObject({ updatedAt: at, publishedAt: published?.publishedAt });
});

function said(story: Awaited<ReturnType<typeof storyAt>>) {
  return { headline: story?.headline, body: story?.body };
}

test('the publication log says what readers saw, and only one row is ever open', async () => {
  const { id } = await section();
  const one = await draft(id);
  await publish(one);
  clock.forward(MINUTE);
  const two = await rewrite(one, id, {});
  await publish(two);
  clock.forward(MINUTE);
  await withdraw(two);
  clock.forward(MINUTE);
  await publish(two);
  expect(await log(one.storyId)).toEqual([
    { revisionId: one.revisionId, endedAs: 'replaced' },
    { revisionId: two.revisionId, endedAs: 'withdrawn' },
    { revisionId: two.revisionId, endedAs: null },
  ]);
});

test('two editors who publish at once make one publication', async () => {
  const { id } = await section();
  const story = await draft(id);
  const editors = [await member('editor'), await member('editor')];
  const results = await Promise.all(
    editors.map((editor) => publishStory(editor, { ...story, reasons: UNSIGNED })),
  );
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  expect(await log(story.storyId)).toHaveLength(1);
});

test('a save after the editor looked cannot slip through the editor’s click', async () => {
  const { id } = await section();
  const seen = await draft(id);
  await rewrite(seen, id, { headline: 'Slipped in' });
  expect(await publishStory(system('test'), seen)).toMatchObject({ code: 'conflict' });
  expect(await approveStory(system('test'), seen)).toMatchObject({ code: 'conflict' });
  expect(await submitStory(system('test'), seen)).toMatchObject({ code: 'conflict' });
});

test('a reporter sends for review and cannot publish; the reason is given', async () => {
  const { id } = await section();
  const reporter = await member('reporter');
  const story = await draft(id, {}, reporter);
  good(await submitStory(reporter, story));
  expect(await publishStory(reporter, story)).toEqual({
    ok: false,
    code: 'forbidden',
    why: 'Only an editor of this section does this.',
  });
  expect(await submitStory(reporter, story)).toMatchObject({ code: 'illegal' });
  await publish(story, await member('editor'));
});

test('an editor of another section sees no draft, and cannot publish it', async () => {
  const [here, there] = [await section(), await section()];
  const story = await draft(here.id);
  expect(await publishStory(await member('editor', there.id), story)).toMatchObject({
    code: 'missing',
  });
  await publish(story, await member('editor', here.id));
});

test('withdrawn is gone: from its lists, its counts and its addresses', async () => {
  const { id } = await section();
  const story = await draft(id, { topics: ['Fisheries'], slug: 'gone' });
  const path = await publish(story);
  expect((await sectionPageOf(id, 1))?.total).toBe(1);
  await withdraw(story);
  expect(await storyAt(path)).toBeNull();
  expect(await sectionPageOf(id, 1)).toMatchObject({ cards: [], total: 0 });
  expect(await read.select().from(liveLists).where(eq(liveLists.storyId, story.storyId))).toEqual(
    [],
  );
  const [row] = await read.select().from(paths).where(eq(paths.path, path));
  expect(row?.state).toBe('gone');
  expect(await withdrawStory(system('test'), story)).toMatchObject({ code: 'illegal' });
});

test('publishing says what it touched, in the outbox and at once in this process', async () => {
  const { id } = await section();
  const heard: string[] = [];
  onTouched((tags) => heard.push(...tags));
  const story = await draft(id, { topics: ['Rivers'] });
  expect(heard).toEqual([]);
  await publish(story);
  expect(heard).toEqual(
    expect.arrayContaining([`story:${story.storyId}`, `section:${id}`, 'live']),
  );
  const events = await read.select({ kind: outbox.kind, payload: outbox.payload }).from(outbox);
  expect(events).toContainEqual({ kind: 'story.live', payload: { storyId: story.storyId } });
});

test('a section that gets another name takes its stories along, and old links redirect', async () => {
  const { id, slug } = await section();
  const story = await draft(id, { slug: 'ferry' });
  const before = await publish(story);
  const renamed = `${slug}-new`;
  good(await changeSection(system('test'), id, { name: 'Renamed', slug: renamed }));
  await followSection(id);
  const [row] = await read.select().from(paths).where(eq(paths.path, before));
  expect(row).toMatchObject({ state: 'moved', target: `/${renamed}/ferry` });
  expect((await storyAt(`/${renamed}/ferry`))?.id).toBe(story.storyId);
});

test('"You may also like": shared topics first, then the section, never itself or what is gone', async () => {
  const { id } = await section();
  const topics = [`a ${id}`, `b ${id}`];
  const self = await draft(id, { topics });
  const both = await draft(id, { topics, headline: 'Both' });
  const gone = await draft(id, { topics, headline: 'Gone' });
  const one = await draft(id, { topics: topics.slice(0, 1), headline: 'One' });
  const none = await draft(id, { headline: 'None' });
  const french = await draft(id, { topics, headline: 'Français', language: 'fr' });
  for (const story of [both, gone, none, french, one, self]) {
    clock.forward(MINUTE);
    await publish(story);
  }
  await withdraw(gone);
  const shown = await storyAt(`/${(await live1(self.storyId)).path.slice(1)}`);
  const termIds = shown?.topics.map((topic) => topic.id) ?? [];
  const related = await relatedStories(
    { id: self.storyId, sectionId: id, termIds, language: 'en' },
    4,
  );
  expect(related.map((card) => card.headline)).toEqual(['Both', 'One', 'None']);
});

async function live1(storyId: string) {
  const [row] = await read.select().from(live).where(eq(live.storyId, storyId));
  if (!row) throw new Error('not live');
  return row;
}

test('whatever editors do, what readers see is what the publication log says', async () => {
  const sections = [await section(), await section()];
  const act = fc.record({
    kind: fc.constantFrom('new', 'save', 'publish', 'withdraw', 'move'),
    story: fc.nat(3),
    section: fc.nat(1),
    topic: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const made: Awaited<ReturnType<typeof draft>>[] = [];
      const where = new Map<string, string>();
      for (const { kind, story, section: s, topic } of acts) {
        clock.forward(MINUTE);
        const sectionId = sections[s]?.id ?? '';
        const topics = [`Topic ${topic}`];
        const saved = made[story % Math.max(1, made.length)];
        if (kind === 'new' || !saved) {
          const fresh = await draft(sectionId, { topics });
          where.set(fresh.storyId, sectionId);
          made.push(fresh);
        } else if (kind === 'publish') await publishStory(system('test'), saved);
        else if (kind === 'withdraw') await withdrawStory(system('test'), saved);
        else {
          const target = kind === 'move' ? sectionId : (where.get(saved.storyId) ?? '');
          const next = await rewrite(saved, target, { topics, body: paragraphs(newId()) });
          where.set(saved.storyId, target);
          made[made.indexOf(saved)] = next;
        }
      }
      await expectDerivedToAgree();
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** Rebuilding from the log changes nothing, and nobody is live without an open publication. */
async function expectDerivedToAgree() {
  const derived = async () => ({
    live: await read.select().from(live).orderBy(asc(live.storyId)),
    lists: await read
      .select()
      .from(liveLists)
      .orderBy(asc(liveLists.storyId), asc(liveLists.listId)),
    counts: (
      await read.select().from(liveCounts).orderBy(asc(liveCounts.kind), asc(liveCounts.listId))
    ).filter((row) => row.stories !== 0),
  });
  const before = await derived();
  await rebuildLive();
  expect(await derived()).toEqual(before);
  const open = await read
    .select({ id: publications.storyId })
    .from(publications)
    .where(and(isNull(publications.endedAt)))
    .orderBy(asc(publications.storyId));
  expect(before.live.map((row) => row.storyId)).toEqual(open.map((row) => row.id));
}

test('stories that share topics and are published at the same time all count, and none waits for ever', async () => {
  const { id } = await section();
  const names = ['p', 'q', 'r'].map((name) => `${name} ${id}`);
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [0, 2, 1],
    [2, 0, 1],
    [1, 0, 2],
  ];
  const saved = await Promise.all(
    orders.map((order) => draft(id, { topics: order.map((index) => names[index]) })),
  );
  await Promise.all(saved.map((story) => publish(story)));
  await Promise.all(saved.slice(0, 3).map((story) => withdraw(story)));
  const counts = await read.select().from(liveCounts).where(eq(liveCounts.kind, 'section'));
  expect(counts.find((row) => row.listId === id)?.stories).toBe(3);
  await expectDerivedToAgree();
  const shown = await storyAt((await live1(saved[3]?.storyId ?? '')).path);
  expect(shown?.topics).toHaveLength(3);
});
