import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holds } from '#db/schema/decisions.ts';
import { audit } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { editorView } from '#features/stories/desk.ts';
import { approveStory, submitStory } from '#features/stories/publishing.ts';
import { storyAt } from '#features/stories/queries.ts';
import {
  nameRevision,
  restoreRevision,
  revisionsOf,
  revisionText,
} from '#features/stories/revisions.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

test('the list says who saved what and when, and what was decided about each', async () => {
  const clock = holdClock('2026-11-23T09:00:00.000Z');
  const { id } = await section();
  const [ada, bob] = [await member('editor'), await member('editor')];
  const first = await draft(id, { headline: 'One', body: paragraphs('Two words.') }, ada);
  good(await submitStory(ada, first));
  clock.forward(60_000);
  good(await approveStory(bob, first));
  await publish(first, bob);
  clock.forward(60_000);
  const second = await rewrite(first, id, { headline: 'Two' }, bob);
  clock.forward(60_000);
  await publish(second, ada);
  const list = good(await revisionsOf(ada, first.storyId));
  expect(list).toMatchObject({
    headline: 'Two',
    headId: second.revisionId,
    liveId: second.revisionId,
    whyNot: null,
    total: 2,
  });
  const [newest, oldest] = list.rows;
  expect(newest).toMatchObject({ number: 2, headline: 'Two', by: bob.name, words: 2 });
  expect(newest?.decisions).toMatchObject([
    { what: 'published', by: ada.name, until: null, ended: null },
  ]);
  expect(oldest).toMatchObject({ number: 1, by: ada.name, at: new Date('2026-11-23T09:00:00Z') });
  expect(oldest?.decisions).toMatchObject([
    { what: 'sent for review', by: ada.name, ended: 'approved' },
    { what: 'approved', by: bob.name },
    {
      what: 'published',
      by: bob.name,
      at: new Date('2026-11-23T09:01:00Z'),
      until: new Date('2026-11-23T09:03:00Z'),
      ended: 'replaced',
    },
  ]);
});

test('a long history is read page by page', async () => {
  const { id } = await section();
  let saved = await draft(id);
  for (let n = 2; n <= 52; n += 1) saved = await rewrite(saved, id, { headline: `No. ${n}` });
  const one = good(await revisionsOf(system('test'), saved.storyId));
  const two = good(await revisionsOf(system('test'), saved.storyId, 2));
  expect([...one.rows, ...two.rows].map((row) => row.number)).toEqual(
    Array.from({ length: 52 }, (_, n) => 52 - n),
  );
  expect(await revisionsOf(system('test'), saved.storyId, 3)).toMatchObject({ code: 'missing' });
});

test('a revision is read as it was, with the names of its byline', async () => {
  const { id } = await section();
  const guest = good(await addGuest(system('test'), 'Gül Aydın'));
  const first = await draft(id, {
    headline: 'One',
    bylines: [{ authorId: guest.id, role: 'by' }],
    topics: ['Ferries'],
    notes: 'For the desk.',
  });
  await rewrite(first, id, { headline: 'Two' });
  const text = good(await revisionText(system('test'), first.storyId, { number: 1 }));
  expect(text.fields).toMatchObject({
    headline: 'One',
    bylines: [{ authorId: guest.id, name: 'Gül Aydın', role: 'by' }],
    topics: ['Ferries'],
    notes: 'For the desk.',
  });
  expect(await revisionText(system('test'), first.storyId, { number: 3 })).toMatchObject({
    code: 'missing',
  });
});

test('a restored revision is a new one on top, and readers see nothing of it before it is published', async () => {
  const { id } = await section();
  const ada = await member('editor');
  const first = await draft(id, {
    headline: 'One',
    body: paragraphs('The first text.'),
    topics: ['Ferries'],
  });
  const second = await rewrite(first, id, { headline: 'Two' });
  const path = await publish(second);
  const restored = good(
    await restoreRevision(ada, {
      storyId: first.storyId,
      revisionId: first.revisionId,
      basedOn: second.revisionId,
    }),
  );
  expect(restored.number).toBe(3);
  const now = good(await editorView(ada, first.storyId));
  expect(now).toMatchObject({ headline: 'One', topics: ['Ferries'], state: 'live with changes' });
  expect((await storyAt(path))?.headline).toBe('Two');
  const list = good(await revisionsOf(ada, first.storyId));
  expect(list.rows.map((row) => [row.number, row.headline, row.restoredFrom])).toEqual([
    [3, 'One', 1],
    [2, 'Two', null],
    [1, 'One', null],
  ]);
  const acts = await read
    .select({ act: audit.act, actor: audit.actor })
    .from(audit)
    .where(eq(audit.thingId, first.storyId));
  expect(acts).toContainEqual({ act: 'story.restore', actor: `staff:${ada.id}` });
});

test('restoring over somebody’s newer text, twice, or under a hold is refused', async () => {
  const { id } = await section();
  const ada = await member('editor');
  const first = await draft(id, { headline: 'One' });
  const second = await rewrite(first, id, { headline: 'Two' });
  const { storyId, revisionId } = first;
  const restore = (basedOn: string) => restoreRevision(ada, { storyId, revisionId, basedOn });
  expect(await restore(first.revisionId)).toMatchObject({ code: 'conflict' });
  const third = good(await restore(second.revisionId));
  expect(await restore(third.revisionId)).toMatchObject({
    code: 'illegal',
    why: expect.stringContaining('exactly this already'),
  });
  const elsewhere = await draft(id);
  expect(
    await restoreRevision(ada, {
      storyId,
      revisionId: elsewhere.revisionId,
      basedOn: third.revisionId,
    }),
  ).toMatchObject({ code: 'missing' });
  await transaction((tx) =>
    tx
      .insert(holds)
      .values({
        id: newId(),
        storyId,
        revisionId,
        reason: 'The lawyer reads it.',
        madeBy: 'test',
        madeAt: new Date(),
      })
      .then(() => undefined),
  );
  expect(
    await restoreRevision(ada, {
      storyId,
      revisionId: second.revisionId,
      basedOn: third.revisionId,
    }),
  ).toMatchObject({ code: 'illegal', why: 'On hold: The lawyer reads it.' });
  const rows = await read.select().from(revisions).where(eq(revisions.storyId, storyId));
  expect(rows).toHaveLength(3);
});

test('of two who restore at once, one wins and the other is told', async () => {
  const { id } = await section();
  const ada = await member('editor');
  const first = await draft(id, { headline: 'One' });
  const second = await rewrite(first, id, { headline: 'Two' });
  const input = {
    storyId: first.storyId,
    revisionId: first.revisionId,
    basedOn: second.revisionId,
  };
  const both = await Promise.all([restoreRevision(ada, input), restoreRevision(ada, input)]);
  expect(both.map((one) => (one.ok ? 'restored' : one.code)).sort()).toEqual([
    'conflict',
    'restored',
  ]);
});

test('a name can be given, changed and taken away; the text stays as it was', async () => {
  const { id } = await section();
  const ada = await member('editor');
  const story = await draft(id, { headline: 'One' });
  const { storyId, revisionId } = story;
  const before = good(await revisionText(ada, storyId, { number: 1 }));
  good(await nameRevision(ada, { storyId, revisionId, name: ' As sent  to the lawyer ' }));
  expect(good(await revisionsOf(ada, storyId)).rows[0]?.name).toBe('As sent to the lawyer');
  good(await nameRevision(ada, { storyId, revisionId, name: '' }));
  expect(good(await revisionsOf(ada, storyId)).rows[0]?.name).toBe('');
  expect(good(await revisionText(ada, storyId, { number: 1 }))).toEqual(before);
  expect(await nameRevision(ada, { storyId, revisionId, name: 'x'.repeat(81) })).toMatchObject({
    code: 'invalid',
    fields: { name: 'At most 80 characters.' },
  });
});

test('who may not see a story sees no revision of it, and who may not change it restores none', async () => {
  const { id } = await section();
  const [ada, reporter, contributor] = [
    await member('editor'),
    await member('reporter'),
    await member('contributor'),
  ];
  const first = await draft(id, { headline: 'One' }, ada);
  const second = await rewrite(first, id, { headline: 'Two' }, ada);
  const { storyId, revisionId } = first;
  const input = { storyId, revisionId, basedOn: second.revisionId, name: 'x' };
  for (const answer of [
    await revisionsOf(contributor, storyId),
    await revisionText(contributor, storyId, { number: 1 }),
    await nameRevision(contributor, input),
    await restoreRevision(contributor, input),
  ]) {
    expect(answer).toMatchObject({ ok: false, code: 'missing' });
  }
  expect(good(await revisionsOf(reporter, storyId)).whyNot).toContain('somebody else');
  expect(await nameRevision(reporter, input)).toMatchObject({ code: 'forbidden' });
  expect(await restoreRevision(reporter, input)).toMatchObject({ code: 'forbidden' });
});
