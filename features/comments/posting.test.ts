import { inspect } from 'node:util';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities } from '#db/identity-schema.ts';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { audit, outbox } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { Address } from '#features/addresses/address.ts';
import { postComment, postStaffComment } from '#features/comments/commands.ts';
import { sweepOrphans } from '#features/comments/jobs.ts';
import { storyComments, writersComment } from '#features/comments/queries.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { switchComments } from '#features/stories/commands.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { forget } from '#lib/singleton.ts';
import { type Discussed, discussedStory, form, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { NASTY_STRINGS, NO_NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { member, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let story: Discussed;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
});

async function rowOf(commentId: string) {
  const [row] = await read.select().from(comments).where(eq(comments.id, commentId));
  if (!row) throw new Error('no row');
  return row;
}

async function commentsOfStory() {
  return read.select().from(comments).where(eq(comments.storyId, story.storyId));
}

test('a comment waits, and nobody but its writer sees it', async () => {
  const { commentId, token } = await posted(story.storyId, { text: 'One.\n\nTwo.', name: 'Dana' });
  expect(await rowOf(commentId)).toMatchObject({
    state: 'waiting',
    shownRevisionId: null,
    threadId: commentId,
    parentId: null,
    personId: null,
  });
  expect(await storyComments(story.storyId, 1)).toMatchObject({
    order: 'oldest',
    threads: [],
    page: 1,
    pages: 1,
    comments: 0,
  });
  expect(await writersComment(token)).toMatchObject({
    state: 'waiting',
    name: 'Dana',
    text: 'One.\n\nTwo.',
    story: { path: story.path },
    shownAt: null,
  });
});

test('the secret of the link is not in the database, and a wrong one opens nothing', async () => {
  const { commentId, token } = await posted(story.storyId);
  expect(JSON.stringify(await rowOf(commentId))).not.toContain(token);
  expect(await writersComment(`${token.slice(0, -1)}_`)).toBeNull();
  expect(await writersComment('')).toBeNull();
});

test.each<[string, object, Record<string, RegExp>]>([
  ['nothing', { text: '', name: '', email: '' }, { text: /fill/, name: /fill/, email: /fill/ }],
  [
    'only spaces',
    { text: ' \n ', name: ' ', email: ' ' },
    { text: /fill/, name: /fill/, email: /fill/ },
  ],
  ['a text of 5,001 characters', { text: 'é'.repeat(5_001) }, { text: /5000/ }],
  ['a name of 61', { name: 'n'.repeat(61) }, { name: /60/ }],
  ['no address', { email: 'anna at example' }, { email: /name@example/ }],
  ['an address of 255', { email: `${'a'.repeat(243)}@example.com` }, { email: /254/ }],
  ['a zero byte', { text: 'a\u0000b' }, { text: /cannot be stored/ }],
  ['half a character', { name: 'a\ud800' }, { name: /cannot be stored/ }],
  ['a file instead of text', { text: new Blob(['x']) }, { text: /./ }],
  ['two answers at once', { parentId: ['a', 'b'] }, { parentId: /./ }],
])('%s is refused, with a message at its field', async (_, wrong, fields) => {
  const result = await postComment(VISITOR, { ...form(story.storyId), ...wrong }, { place: 'p' });
  expect(result).toMatchObject({ ok: false, code: 'invalid' });
  const found = result.ok ? {} : (result.fields ?? {});
  expect(Object.keys(found).sort()).toEqual(Object.keys(fields).sort());
  for (const [field, why] of Object.entries(fields)) expect(found[field]).toMatch(why);
  expect(await commentsOfStory()).toEqual([]);
});

test('5,000 characters that take 20,000 bytes are welcome', async () => {
  const { token } = await posted(story.storyId, { text: '😀'.repeat(5_000) });
  expect([...((await writersComment(token))?.text ?? '')]).toHaveLength(5_000);
});

describe('where no comment can be', () => {
  test('a story that is not there', async () => {
    expect(await postComment(VISITOR, form('nowhere'))).toMatchObject({ code: 'missing' });
  });

  test('a withdrawn story', async () => {
    await withdraw(story);
    expect(await postComment(VISITOR, form(story.storyId))).toMatchObject({ code: 'missing' });
  });

  test('a closed story', async () => {
    good(await switchComments(system('test'), story.storyId, false));
    expect(await postComment(VISITOR, form(story.storyId))).toMatchObject({
      code: 'illegal',
      why: 'Comments are closed.',
    });
  });

  test('under a comment that waits, that is another story’s, or that is none', async () => {
    const waiting = await posted(story.storyId);
    const elsewhere = await shown((await discussedStory()).storyId);
    for (const parentId of [waiting.commentId, elsewhere.commentId, 'none']) {
      const result = await postComment(VISITOR, form(story.storyId, { parentId }), {
        place: newId(),
      });
      expect(result).toMatchObject({ code: 'invalid', fields: { parentId: expect.any(String) } });
    }
  });

  test('and no address is kept of what was refused', async () => {
    const before = await readIdentity().select().from(identities);
    good(await switchComments(system('test'), story.storyId, false));
    await postComment(VISITOR, form(story.storyId));
    await postComment(VISITOR, form(story.storyId, { text: '' }));
    expect(await readIdentity().select().from(identities)).toHaveLength(before.length);
  });
});

test('an answer to an answer keeps its true parent and stays in the thread', async () => {
  const first = await shown(story.storyId);
  const second = await shown(story.storyId, { parentId: first.commentId });
  const third = await posted(story.storyId, { parentId: second.commentId });
  expect(await rowOf(third.commentId)).toMatchObject({
    parentId: second.commentId,
    threadId: first.commentId,
  });
});

describe('who is who', () => {
  async function commenterOf(email: string, storyId = story.storyId) {
    return (await rowOf((await posted(storyId, { email })).commentId)).commenterId;
  }

  test('one address is one commenter in a story, and another one in another story', async () => {
    const email = `${newId()}@example.com`;
    const here = await commenterOf(email);
    expect(await commenterOf(` ${email.toUpperCase()} `)).toBe(here);
    expect(await commenterOf(`${newId()}@example.com`)).not.toBe(here);
    expect(await commenterOf(email, (await discussedStory()).storyId)).not.toBe(here);
  });

  test('a known address and a new one leave the same rows behind', async () => {
    const email = `${newId()}@example.com`;
    const known = await commenterOf(email);
    clock.forward(5_000);
    const again = await commenterOf(email);
    const [row] = await readIdentity()
      .select()
      .from(appearances)
      .where(eq(appearances.commenterId, again ?? ''));
    expect(again).toBe(known);
    expect(row?.seenAt).toEqual(now());
    const [identity] = await readIdentity()
      .select()
      .from(identities)
      .where(eq(identities.id, row?.identityId ?? ''));
    expect(identity?.seenAt).toEqual(now());
  });

  test('the address is in neither store as it was typed', async () => {
    const email = `marked-${newId()}@example.com`;
    const { commentId } = await posted(story.storyId, { email });
    const { commenterId } = await rowOf(commentId);
    const rows = await readIdentity()
      .select()
      .from(appearances)
      .innerJoin(identities, eq(identities.id, appearances.identityId))
      .where(eq(appearances.commenterId, commenterId ?? ''));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.identities.sealed?.includes(email.slice(0, 12))).toBe(false);
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

test('a failure of the store of addresses says nothing of what was to be stored', async () => {
  const table = dialect() === 'postgres' ? 'identity.appearances' : 'appearances';
  const away = dialect() === 'postgres' ? 'identity.away' : 'away';
  await identityTransaction((tx) => tx.run(sql.raw(`alter table ${table} rename to away`)));
  const email = 'failing@example.com';
  const failure = await postComment(VISITOR, form(story.storyId, { email })).then(
    () => 'it did not fail',
    (error: unknown) => inspect(error, { depth: 9 }),
  );
  await identityTransaction((tx) => tx.run(sql.raw(`alter table ${away} rename to appearances`)));
  expect(failure).toContain('An address could not be stored');
  expect(failure).not.toContain('failing');
  // Nor an index, which is that long.
  expect(failure).not.toMatch(/[0-9a-f]{64}/);
  expect(failure).not.toMatch(/insert|params/i);
  expect(await commentsOfStory()).toEqual([]);
});

describe('what fell between the two stores', () => {
  test('an address whose comment was never written is swept, and others stay', async () => {
    const { commentId } = await posted(story.storyId);
    const kept = (await rowOf(commentId)).commenterId ?? '';
    const { commenterFor } = await import('#features/addresses/commands.ts');
    const lone = Address.parse(`${newId()}@example.com`);
    if (!lone) throw new Error('no address');
    const orphan = await commenterFor(lone, story.storyId);
    clock.forward(1);
    expect(await sweepOrphans(now())).toBe(1);
    const left = await readIdentity()
      .select()
      .from(appearances)
      .where(inArray(appearances.commenterId, [kept, orphan]));
    expect(left.map((row) => row.commenterId)).toEqual([kept]);
    const linked = new Set(
      (await readIdentity().select().from(appearances)).map((row) => row.identityId),
    );
    for (const { id } of await readIdentity().select().from(identities)) {
      expect(linked.has(id)).toBe(true);
    }
  });

  test('one that is being written at this moment is left alone', async () => {
    const { commenterFor } = await import('#features/addresses/commands.ts');
    const lone = Address.parse(`${newId()}@example.com`);
    if (!lone) throw new Error('no address');
    await commenterFor(lone, story.storyId);
    expect(await sweepOrphans(now())).toBe(0);
  });
});

describe('pressed twice', () => {
  test('the same at once, and again within the minute, is one comment with one link', async () => {
    const same = form(story.storyId);
    const [one, two] = await Promise.all([
      postComment(VISITOR, same, { place: 'kitchen' }),
      postComment(VISITOR, same, { place: 'kitchen' }),
    ]);
    clock.forward(59_000);
    const three = await postComment(VISITOR, same, { place: 'kitchen' });
    expect(good(two)).toEqual(good(one));
    expect(good(three)).toEqual(good(one));
    expect(await commentsOfStory()).toHaveLength(1);
  });

  test('later, from elsewhere, by another or with another word it is another comment', async () => {
    const same = form(story.storyId);
    good(await postComment(VISITOR, same, { place: 'here' }));
    good(await postComment(VISITOR, same, { place: 'there' }));
    good(await postComment(VISITOR, { ...same, text: 'Other' }, { place: 'here' }));
    good(await postComment(VISITOR, { ...same, email: 'x@example.com' }, { place: 'here' }));
    clock.forward(61_000);
    good(await postComment(VISITOR, same, { place: 'here' }));
    expect(await commentsOfStory()).toHaveLength(5);
  });

  test('a refusal is not remembered', async () => {
    const same = form(story.storyId);
    good(await switchComments(system('test'), story.storyId, false));
    expect((await postComment(VISITOR, same, { place: 'here' })).ok).toBe(false);
    good(await switchComments(system('test'), story.storyId, true));
    expect((await postComment(VISITOR, same, { place: 'here' })).ok).toBe(true);
  });
});

test('too many from one place are refused for a while, whoever writes, and nobody else is', async () => {
  forget('comment-limits');
  const place = newId();
  const answers = [];
  for (let n = 0; n < 32; n += 1) {
    answers.push(await postComment(VISITOR, form(story.storyId), { place }));
  }
  expect(answers.map((answer) => answer.ok)).toEqual([...Array(30).fill(true), false, false]);
  expect(answers.at(-1)).toMatchObject({ code: 'limited', why: expect.stringMatching(/wait/) });
  expect((await postComment(VISITOR, form(story.storyId), { place: newId() })).ok).toBe(true);
});

test('the log and the events hold neither the name nor the text nor the address', async () => {
  const words = { name: 'Nadia Marked', text: 'Marked text', email: 'nadia@marked.example' };
  const { commentId } = await posted(story.storyId, words);
  const [entry] = await read
    .select()
    .from(audit)
    .where(and(eq(audit.thingId, commentId), eq(audit.act, 'comment.post')));
  expect(entry).toMatchObject({ actor: 'visitor', noun: 'comment' });
  const events = (await read.select().from(outbox)).filter((event) =>
    JSON.stringify(event.payload).includes(commentId),
  );
  expect(events.map((event) => event.kind)).toEqual(['comment.posted']);
  expect(JSON.stringify([entry, events])).not.toMatch(/marked|nadia/i);
});

describe('the staff', () => {
  test('answer under their own name, at once, with a badge and no address', async () => {
    const reporter = await member('reporter');
    const question = await shown(story.storyId);
    const { commentId } = good(
      await postStaffComment(reporter, {
        storyId: story.storyId,
        parentId: question.commentId,
        text: 'It was changed twice.',
      }),
    );
    const row = await rowOf(commentId);
    expect(row).toMatchObject({ state: 'approved', commenterId: null, personId: reporter.id });
    const page = await storyComments(story.storyId, 1);
    expect(page).toMatchObject({
      comments: 2,
      threads: [{ replies: [{ id: commentId, name: reporter.name, staff: true }] }],
    });
  });

  test('who may not answer as staff is refused, and nothing is written', async () => {
    const input = { storyId: story.storyId, text: 'As staff' };
    for (const actor of [
      VISITOR,
      await member('contributor'),
      await member('moderator', 'other'),
    ]) {
      expect(await postStaffComment(actor, input)).toMatchObject({ code: 'forbidden' });
    }
    expect(await commentsOfStory()).toEqual([]);
  });
});

test.skipIf(NO_NASTY_STRINGS)(
  'nasty strings in every field: stored as they are or refused, never a failure (skipped where the lists are not)',
  async () => {
    for (const nasty of NASTY_STRINGS) {
      for (const wrong of [{ text: nasty, name: nasty }, { email: nasty }]) {
        const result = await postComment(system('test'), { ...form(story.storyId), ...wrong });
        if (result.ok) continue;
        expect(result.code).toBe('invalid');
        const fields = Object.keys(result.fields ?? {});
        expect(fields.length).toBeGreaterThan(0);
        expect(Object.keys(wrong)).toEqual(expect.arrayContaining(fields));
      }
    }
    const rows = await read
      .select({ text: commentRevisions.text, name: commentRevisions.name })
      .from(commentRevisions)
      .innerJoin(comments, eq(comments.id, commentRevisions.commentId))
      .where(eq(comments.storyId, story.storyId));
    const script = NASTY_STRINGS.find((one) => one.startsWith('<script>') && one.length < 60);
    expect(rows.some((row) => row.text === script?.trim())).toBe(true);
  },
  120_000,
);
