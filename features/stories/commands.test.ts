import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit, outbox, paths } from '#db/schema/site.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { autosaves } from '#db/schema/writing.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { createStory, saveStory } from '#features/stories/commands.ts';
import { publishStory } from '#features/stories/publishing.ts';
import { storyAt } from '#features/stories/queries.ts';
import { draft, member, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

test('every save is a revision that is never changed, and saving the same twice makes one', async () => {
  const { id } = await section();
  const first = await draft(id, { headline: 'One' });
  const second = await rewrite(first, id, { headline: 'Two' });
  const again = await rewrite(second, id, { headline: 'Two' });
  expect(again.revisionId).toBe(second.revisionId);
  const rows = await read
    .select({
      number: revisions.number,
      headline: revisions.headline,
      basedOnId: revisions.basedOnId,
    })
    .from(revisions)
    .where(eq(revisions.storyId, first.storyId))
    .orderBy(asc(revisions.number));
  expect(rows).toEqual([
    { number: 1, headline: 'One', basedOnId: null },
    { number: 2, headline: 'Two', basedOnId: first.revisionId },
  ]);
});

test('a save over somebody’s newer text is a conflict that keeps both', async () => {
  const { id } = await section();
  const [ada, bob] = [await member('editor'), await member('editor')];
  const base = await draft(id, { headline: 'Base' }, ada);
  await rewrite(base, id, { headline: 'Ada’s' }, ada);
  const theirs = await saveStory(bob, {
    storyId: base.storyId,
    basedOn: base.revisionId,
    sectionId: id,
    headline: 'Bob’s',
    body: paragraphs('What Bob wrote.'),
  });
  expect(theirs).toMatchObject({ ok: false, code: 'conflict' });
  const [kept] = await read.select().from(autosaves).where(eq(autosaves.personId, bob.id));
  expect(kept?.basedOnId).toBe(base.revisionId);
  expect(kept?.content).toContain('What Bob wrote.');
  const heads = await read
    .select({ headline: revisions.headline })
    .from(revisions)
    .where(eq(revisions.storyId, base.storyId));
  expect(heads.map((row) => row.headline).sort()).toEqual(['Ada’s', 'Base']);
});

test('of many who save at once on one revision, one wins and all others are told', async () => {
  const { id } = await section();
  const base = await draft(id);
  const editors = await Promise.all(Array.from({ length: 6 }, () => member('editor')));
  const results = await Promise.all(
    editors.map((editor, index) =>
      saveStory(editor, {
        storyId: base.storyId,
        basedOn: base.revisionId,
        sectionId: id,
        headline: `Version ${index}`,
        body: paragraphs('x'),
      }),
    ),
  );
  const codes = results.map((result) => (result.ok ? 'saved' : result.code)).sort();
  expect(codes).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'conflict', 'saved']);
  const kept = await read.select().from(autosaves).where(eq(autosaves.storyId, base.storyId));
  expect(kept).toHaveLength(5);
});

test('an address that is public is refused to others at its field; two who publish at once get one', async () => {
  const { id } = await section();
  await publish(await draft(id, { slug: 'the-talks' }));
  const input = { sectionId: id, headline: 'x', body: paragraphs('x') };
  expect(await createStory(system('test'), { ...input, slug: 'the-talks' })).toMatchObject({
    code: 'invalid',
    fields: { slug: 'Another story has, or had, this address.' },
  });
  const both = [await draft(id, { slug: 'at-once' }), await draft(id, { slug: 'at-once' })];
  const results = await Promise.all(both.map((story) => publishStory(system('test'), story)));
  expect(results.map((result) => (result.ok ? 'published' : result.code)).sort()).toEqual([
    'conflict',
    'published',
  ]);
});

test('a slug is made from the headline, and another one when it is taken', async () => {
  const { id } = await section();
  const one = await draft(id, { headline: 'L’été à Genève : « enfin »' });
  await publish(one);
  const two = await draft(id, { headline: 'L’été à Genève, enfin' });
  expect([one.slug, two.slug]).toEqual(['lete-a-geneve-enfin', 'lete-a-geneve-enfin-2']);
});

test('an address that a story had stays its own for ever', async () => {
  const { id } = await section();
  const moved = await draft(id, { slug: 'old-name' });
  await publish(moved);
  await rewrite(moved, id, { slug: 'new-name' });
  expect(
    await createStory(system('test'), {
      sectionId: id,
      slug: 'old-name',
      headline: 'x',
      body: paragraphs('x'),
    }),
  ).toMatchObject({ fields: { slug: 'Another story has, or had, this address.' } });
});

test('moving a live story redirects all its earlier addresses in one step', async () => {
  const [from, to] = [await section(), await section()];
  const first = await draft(from.id, { slug: 'a' });
  await publish(first);
  const second = await rewrite(first, from.id, { slug: 'b' });
  await rewrite(second, to.id, { slug: 'c' });
  const rows = await read
    .select({ path: paths.path, state: paths.state, target: paths.target })
    .from(paths)
    .where(and(eq(paths.noun, 'story'), eq(paths.thingId, first.storyId)))
    .orderBy(asc(paths.path));
  const here = `/${to.slug}/c`;
  expect(new Map(rows.map((row) => [row.path, row.target ?? row.state]))).toEqual(
    new Map([
      [`/${from.slug}/a`, here],
      [`/${from.slug}/b`, here],
      [here, 'here'],
    ]),
  );
  expect((await storyAt(here))?.section.path).toBe(`/${to.slug}`);
  expect(await storyAt(`/${from.slug}/a`)).toBeNull();
});

test('what is not a body, not a headline, not an author or not a section is refused at its field', async () => {
  const { id } = await section();
  const good = { sectionId: id, headline: 'x', body: paragraphs('x') };
  const cases: [Record<string, unknown>, string][] = [
    [{ ...good, headline: 'x'.repeat(201) }, 'headline'],
    [{ ...good, headline: '  ' }, 'headline'],
    [{ ...good, headline: 'zero\u0000byte' }, 'headline'],
    [{ ...good, headline: 'half \ud800 a pair' }, 'headline'],
    [{ ...good, body: { type: 'doc', content: [{ type: 'script' }] } }, 'body'],
    [{ ...good, body: '<p>html</p>' }, 'body'],
    [{ ...good, body: paragraphs('zero\u0000byte') }, 'body'],
    [{ ...good, body: linked('javascript:alert(1)') }, 'body'],
    [{ ...good, body: linked('//evil.example') }, 'body'],
    [{ ...good, slug: 'page' }, 'slug'],
    [{ ...good, slug: 'Not A Slug' }, 'slug'],
    [{ ...good, slug: '../desk' }, 'slug'],
    [{ ...good, sectionId: 'nowhere' }, 'sectionId'],
    [{ ...good, bylines: [{ authorId: 'nobody' }] }, 'bylines'],
    [{ ...good, picture: { pictureId: 'none' } }, 'picture'],
    [{ ...good, datelineDate: '2017-02-30' }, 'datelineDate'],
  ];
  for (const [input, field] of cases) {
    const result = await createStory(system('test'), input);
    expect(result).toMatchObject({ ok: false, code: 'invalid' });
    expect(Object.keys((!result.ok && result.fields) || {})).toEqual([field]);
  }
});

function linked(href: string) {
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  };
}

test('somebody who may not see a story gets the answer for one that is not there', async () => {
  const { id } = await section();
  const story = await draft(id);
  const contributor = await member('contributor');
  const input = { sectionId: id, headline: 'x', body: paragraphs('x'), basedOn: story.revisionId };
  const hidden = await saveStory(contributor, { ...input, storyId: story.storyId });
  expect(hidden).toMatchObject({ code: 'missing' });
  expect(await saveStory(contributor, { ...input, storyId: 'nothing' })).toEqual(hidden);
});

test('a reporter changes own stories only, and hears why', async () => {
  const { id } = await section();
  const [reporter, other] = [await member('reporter'), await member('reporter')];
  const story = await draft(id, {}, reporter);
  await rewrite(story, id, { headline: 'Mine' }, reporter);
  expect(
    await saveStory(other, {
      storyId: story.storyId,
      basedOn: story.revisionId,
      sectionId: id,
      headline: 'Not mine',
      body: paragraphs('x'),
    }),
  ).toMatchObject({ code: 'forbidden', why: expect.stringContaining('somebody else') });
});

test('bylines keep their order and roles, staff and guests alike', async () => {
  const { id } = await section();
  const guest = good(await addGuest(system('test'), 'Gül Aydın'));
  const other = good(await addGuest(system('test'), 'T. Bek'));
  const story = await draft(id, {
    bylines: [
      { authorId: guest.id, role: 'by' },
      { authorId: other.id, role: 'photography' },
    ],
  });
  const path = await publish(story);
  expect((await storyAt(path))?.bylines).toEqual([
    { name: 'Gül Aydın', role: 'by', path: '/authors/gul-aydin' },
    { name: 'T. Bek', role: 'photography', path: '/authors/t-bek' },
  ]);
});

test('a save that fails half way leaves no revision, audit row or event', async () => {
  const { id } = await section();
  const story = await draft(id);
  const count = async () => [
    (await read.select({ id: revisions.id }).from(revisions)).length,
    (await read.select({ id: audit.position }).from(audit)).length,
    (await read.select({ id: outbox.id }).from(outbox)).length,
  ];
  const before = await count();
  await expect(
    transaction(async () => {
      await rewrite(story, id, { headline: 'Never' });
      throw new Error('the power failed');
    }),
  ).rejects.toThrow('the power failed');
  expect(await count()).toEqual(before);
  const [row] = await read.select().from(stories).where(eq(stories.id, story.storyId));
  expect(row?.version).toBe(1);
});

test('every write stands in the audit log with its actor', async () => {
  const { id } = await section();
  const editor = await member('editor');
  const story = await draft(id, {}, editor);
  const saved = await rewrite(story, id, {}, editor);
  await publish(saved, editor);
  const rows = await read
    .select({ act: audit.act, actor: audit.actor })
    .from(audit)
    .where(eq(audit.thingId, story.storyId))
    .orderBy(asc(audit.position));
  const actor = `staff:${editor.id}`;
  expect(rows).toEqual([
    { act: 'story.create', actor },
    { act: 'story.save', actor },
    { act: 'story.publish', actor },
  ]);
});
