import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { recordAudit } from '#db/audit.ts';
import { audit } from '#db/schema/site.ts';
import { transaction } from '#db/store.ts';
import { auditFilterOf } from '#features/audit/input.ts';
import { auditChoices, auditLog, storyLog } from '#features/audit/queries.ts';
import type { AuditEntry, AuditFilter } from '#features/audit/views.ts';
import { actName, hasWords } from '#features/audit/words.ts';
import { type Staff, VISITOR } from '#features/people/actor.ts';
import { addSection } from '#features/sections/commands.ts';
import { posted } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, rewrite, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let clock = holdClock();
let admin: Staff;
beforeEach(async () => {
  clock = holdClock();
  admin = await member('admin');
});

function sentence({ who, did, thing, said }: AuditEntry): string {
  const what = did.named ? `${did.before} ${thing.name} ${did.after}` : did.before;
  return `${who} ${what}`.trim() + (said ? ` “${said}”` : '');
}

async function read(filter: AuditFilter, actor: Staff = admin): Promise<string[]> {
  return good(await auditLog(actor, filter)).entries.map(sentence);
}

test('what happened to a story reads as people would tell it, newest first', async () => {
  const { id: sectionId } = await section();
  const editor = await member('editor', sectionId);
  const first = await draft(sectionId, { headline: 'Talks begin' }, editor);
  await publish(first, editor);
  const second = await rewrite(first, sectionId, { headline: 'Talks end' }, editor);
  await publish(second, editor);
  await withdraw(second, editor);
  const told = [
    `${editor.name} withdrew Talks end “wrong”`,
    `${editor.name} published revision 2 of Talks end`,
    `${editor.name} saved revision 2 of Talks end`,
    `${editor.name} published revision 1 of Talks end`,
    `${editor.name} began Talks end`,
  ];
  expect(await read({ thing: first.storyId })).toEqual(told);
  expect(good(await storyLog(editor, first.storyId)).entries.map(sentence)).toEqual(told);
});

test('the log is filtered by person, act, noun, thing and day, alone and together', async () => {
  const { id: sectionId } = await section();
  const [ann, bob] = [await member('editor'), await member('editor')];
  const mine = await draft(sectionId, { headline: 'Of Ann' }, ann);
  const theirs = await draft(sectionId, { headline: 'Of Bob' }, bob);
  clock.forward(24 * 3_600_000);
  await publish(theirs, bob);
  const { commentId } = await posted(theirs.storyId, { name: 'Dana' });
  expect(await read({ person: ann.id })).toEqual([`${ann.name} began Of Ann`]);
  expect(await read({ person: bob.id, act: 'story.publish' })).toEqual([
    `${bob.name} published revision 1 of Of Bob`,
  ]);
  expect(await read({ noun: 'comment', thing: commentId })).toEqual([
    'A reader sent in the comment of Dana',
  ]);
  expect(await read({ person: 'visitor', thing: commentId })).toHaveLength(1);
  expect(await read({ person: 'system', thing: mine.storyId })).toEqual([]);
  expect(await read({ person: bob.id, until: '2026-11-23' })).toEqual([`${bob.name} began Of Bob`]);
  expect(await read({ person: bob.id, from: '2026-11-24', until: '2026-11-24' })).toEqual([
    `${bob.name} published revision 1 of Of Bob`,
  ]);
  expect(await read({ person: ann.id, from: '2026-11-24' })).toEqual([]);
});

test('the pages of the log hold every row once, also while others write', async () => {
  await transaction(async (tx) => {
    for (let n = 0; n < 120; n += 1) {
      const entry = { actor: 'staff:many', act: 'thing.count', noun: 'thing', thingId: `t${n}` };
      await recordAudit(tx, entry);
    }
  });
  const seen: string[] = [];
  for (let before: number | undefined; ; ) {
    const page = good(await auditLog(admin, { person: 'many', before }));
    seen.push(...page.entries.map((entry) => entry.thing.id));
    await transaction((tx) =>
      recordAudit(tx, { actor: 'staff:many', act: 'thing.count', noun: 'thing', thingId: 'late' }),
    );
    if (page.older === null) break;
    before = page.older;
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `t${119 - n}`));
});

test('what makes no sense in an address is left out, and breaks nothing', async () => {
  const nonsense = {
    person: "x' or 1=1",
    act: ['a', 'b'],
    from: '2026-13-99',
    before: '-1',
    noun: '',
  };
  const filter = auditFilterOf(nonsense);
  expect(Object.values(filter).filter((value) => value !== undefined)).toEqual([]);
  expect((await read(filter)).length).toBeGreaterThan(0);
  expect(auditFilterOf({ act: 'story.take-back', before: '12' })).toMatchObject({
    act: 'story.take-back',
    before: 12,
  });
});

test('who may not read the log is told so, and learns of no story by it', async () => {
  const [here, there] = [await section(), await section()];
  const { storyId } = await draft(here.id);
  for (const role of ['editor', 'reporter', 'contributor', 'moderator'] as const) {
    const person = await member(role);
    expect(await auditLog(person, {})).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await auditChoices(person)).toMatchObject({ ok: false, code: 'forbidden' });
  }
  expect(await auditLog(VISITOR, {})).toMatchObject({ ok: false });
  expect((await storyLog(await member('editor', here.id), storyId)).ok).toBe(true);
  for (const stranger of [await member('editor', there.id), await member('moderator'), VISITOR]) {
    expect(await storyLog(stranger, storyId)).toMatchObject({ ok: false, code: 'missing' });
  }
  expect(await storyLog(await member('reporter'), storyId)).toMatchObject({ code: 'forbidden' });
  expect(await storyLog(admin, 'nowhere')).toMatchObject({ ok: false, code: 'missing' });
});

test('a row whose details were erased is still told', async () => {
  const { id } = good(await addSection(admin, { name: 'Seas', slug: 'seas' }));
  await transaction(async (tx) => {
    await tx.update(audit).set({ payload: null }).where(eq(audit.thingId, id));
  });
  const [entry] = good(await auditLog(admin, { thing: id })).entries;
  expect(entry).toMatchObject({ erased: true, said: '', thing: { name: 'Seas' } });
});

test('what is gone is called gone, and leads nowhere', async () => {
  await transaction((tx) =>
    recordAudit(tx, { actor: 'staff:nobody', act: 'story.save', noun: 'story', thingId: 'gone' }),
  );
  const [entry] = good(await auditLog(admin, { thing: 'gone' })).entries;
  expect(entry?.thing).toMatchObject({ name: 'a story that is gone', path: null });
  expect(entry?.who).toBe('Somebody whose account is gone');
});

test('there are words for every act that the code records', async () => {
  const acts = new Set<string>();
  for await (const file of glob('features/**/*.ts', {
    exclude: (path) => /test\.ts$/.test(path),
  })) {
    const source = readFileSync(file, 'utf8');
    if (!source.includes('recordAudit')) continue;
    for (const [line] of source.matchAll(/^ *act: .*$/gm)) {
      for (const [, act = ''] of line.matchAll(/'([a-z]+\.[a-z-]+)'/g)) acts.add(act);
    }
  }
  expect(acts.size).toBeGreaterThan(15);
  expect([...acts].filter((act) => !hasWords(act))).toEqual([]);
});

test('an act without words of its own says itself', () => {
  expect(actName('story.hum-along')).toBe('story: hum along');
  expect(actName('story.publish')).toBe('story: published');
});
