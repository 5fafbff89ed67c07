import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holds } from '#db/schema/decisions.ts';
import { staffComments } from '#db/schema/writing.ts';
import { read, transaction } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import { bePresent } from '#features/stories/presence.ts';
import { rewordComment, takeBackComment } from '#features/stories/rewording.ts';
import {
  discuss,
  discussionOf,
  mentionsOf,
  resolveThread,
  seeMentions,
  unseenMentions,
} from '#features/stories/staff-comments.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

async function room() {
  const { id: sectionId } = await section();
  const [ada, bob] = [await member('editor'), await member('reporter')];
  const story = await draft(sectionId, {}, ada);
  const say = (actor: Actor, text: string, more: Record<string, unknown> = {}) =>
    discuss(actor, { storyId: story.storyId, revisionId: story.revisionId, text, ...more });
  const threads = async (actor: Actor = ada) =>
    good(await discussionOf(actor, story.storyId)).threads;
  return { sectionId, story, ada, bob, say, threads };
}

test('a comment keeps the passage that it is about and the revision that it was made on', async () => {
  const { say, threads, ada, bob, story, sectionId } = await room();
  good(await say(bob, 'Is that so?', { quote: 'The first', before: '', after: ' paragraph.' }));
  await rewrite(story, sectionId, { headline: 'Changed' }, ada);
  good(await say(ada, 'About all of it.'));
  expect(await threads()).toMatchObject([
    {
      by: bob.name,
      text: 'Is that so?',
      quote: 'The first',
      after: ' paragraph.',
      revisionNumber: 1,
      resolved: null,
    },
    { by: ada.name, quote: '', answers: [] },
  ]);
});

test('a thread is answered, resolved, and open again when somebody answers or says so', async () => {
  const { say, threads, ada, bob, story } = await room();
  const { id } = good(await say(bob, 'Who says so?'));
  good(await say(ada, 'The captain.', { answersId: id }));
  good(await resolveThread(bob, id, true));
  expect(await threads()).toMatchObject([
    { resolved: { by: bob.name }, answers: [{ by: ada.name, text: 'The captain.' }] },
  ]);
  good(await say(ada, 'No, the mate.', { answersId: id }));
  expect(await threads()).toMatchObject([{ resolved: null, answers: [{}, {}] }]);
  good(await resolveThread(ada, id, true));
  good(await resolveThread(ada, id, false));
  const [thread] = await threads();
  expect(thread?.resolved).toBeNull();
  const answer = thread?.answers[0]?.id ?? '';
  expect(await resolveThread(ada, answer, true)).toMatchObject({ code: 'missing' });
  expect(await say(ada, 'x', { answersId: answer })).toMatchObject({ code: 'missing' });
  const other = await draft((await section()).id);
  expect(
    await discuss(ada, { ...other, text: 'x', answersId: id, storyId: other.storyId }),
  ).toMatchObject({ code: 'missing' });
  expect(await say(ada, 'x', { revisionId: other.revisionId })).toMatchObject({ code: 'missing' });
  expect(story.storyId).not.toBe(other.storyId);
});

test('who is mentioned finds the place, until they have seen it; nobody mentions themselves', async () => {
  const { say, ada, bob, story } = await room();
  good(await say(ada, `@${bob.name} please call, @${ada.name} too.`));
  good(await say(ada, 'Nobody in particular.'));
  expect(await unseenMentions(bob)).toBe(1);
  expect(await unseenMentions(ada)).toBe(0);
  const list = good(await mentionsOf(bob));
  expect(list.rows).toMatchObject([{ storyId: story.storyId, by: ada.name, seen: false }]);
  expect(good(await discussionOf(bob, story.storyId)).unseen).toBe(1);
  good(await seeMentions(bob, 'another story'));
  expect(await unseenMentions(bob)).toBe(1);
  good(await seeMentions(bob, story.storyId));
  expect(await unseenMentions(bob)).toBe(0);
  expect(good(await mentionsOf(bob)).rows).toMatchObject([{ seen: true }]);
});

test('what one said can be said otherwise, which shows; nobody says it for somebody else', async () => {
  holdClock('2026-03-01T12:00:00Z');
  const { say, threads, ada, bob } = await room();
  const { id } = good(await say(bob, 'Who says so?'));
  const answer = good(await say(ada, 'The captain.', { answersId: id }));
  expect(await threads()).toMatchObject([{ own: false, edited: null, answers: [{ own: true }] }]);
  good(await rewordComment(bob, { commentId: id, text: 'Who said so, and when?' }));
  const at = '2026-03-01T12:00:00.000Z';
  expect(await threads(bob)).toMatchObject([
    { text: 'Who said so, and when?', own: true, edited: at, answers: [{ edited: null }] },
  ]);
  for (const refusal of [
    await rewordComment(ada, { commentId: id, text: 'x' }),
    await rewordComment(bob, { commentId: answer.id, text: 'x' }),
    await takeBackComment(ada, id),
  ]) {
    expect(refusal).toMatchObject({ code: 'forbidden', why: expect.stringMatching(/^Only who/) });
  }
  const empty = await rewordComment(bob, { commentId: id, text: ' ' });
  expect(empty).toMatchObject({ code: 'invalid', fields: { text: expect.any(String) } });
  expect(await rewordComment(bob, { commentId: 'none', text: 'x' })).toMatchObject({
    code: 'missing',
  });
});

test('another wording calls whom it names now; who had seen it is not called a second time', async () => {
  const { say, ada, bob, story } = await room();
  const cy = await member('reporter');
  const outsider = await member('contributor');
  const { id } = good(await say(ada, `@${bob.name} please call`));
  good(await seeMentions(bob, story.storyId));
  good(await rewordComment(ada, { commentId: id, text: `@${bob.name} or @${cy.name}, call` }));
  expect([await unseenMentions(bob), await unseenMentions(cy)]).toEqual([0, 1]);
  expect(good(await mentionsOf(cy)).rows).toMatchObject([{ text: expect.stringContaining('or') }]);
  good(await rewordComment(ada, { commentId: id, text: `@${cy.name}, call` }));
  expect(good(await mentionsOf(bob)).rows).toEqual([]);
  const outside = await rewordComment(ada, { commentId: id, text: `@${outsider.name} look` });
  expect(outside).toMatchObject({ code: 'invalid', fields: { text: expect.any(String) } });
  good(await rewordComment(ada, { commentId: id, text: 'Never mind.' }));
  expect(await unseenMentions(cy)).toBe(0);
});

test('what is taken back is gone with every word; where it was answered its place stays until the answers go', async () => {
  const clock = holdClock();
  const { say, threads, ada, bob } = await room();
  const alone = good(await say(bob, `Alone, @${ada.name}.`));
  good(await takeBackComment(bob, alone.id));
  expect(await threads()).toEqual([]);
  expect(await unseenMentions(ada)).toBe(0);
  expect(await takeBackComment(bob, alone.id)).toMatchObject({ code: 'missing' });

  const { id } = good(await say(bob, `Once more, @${ada.name}.`, { quote: 'The first' }));
  const answers = [good(await say(ada, 'One.', { answersId: id }))];
  clock.forward(1_000);
  answers.push(good(await say(ada, 'Two.', { answersId: id })));
  good(await takeBackComment(bob, id));
  expect(await threads()).toMatchObject([
    { text: '', deleted: true, quote: 'The first', answers: [{ text: 'One.' }, { text: 'Two.' }] },
  ]);
  expect(await unseenMentions(ada)).toBe(0);
  for (const again of [
    await rewordComment(bob, { commentId: id, text: 'x' }),
    await takeBackComment(bob, id),
  ]) {
    expect(again).toMatchObject({ code: 'missing' });
  }
  good(await say(bob, 'Three.', { answersId: id }));
  for (const answer of answers) good(await takeBackComment(ada, answer.id));
  const [{ answers: rest = [] } = {}] = await threads();
  expect(rest).toMatchObject([{ text: 'Three.' }]);
  good(await takeBackComment(bob, rest[0]?.id ?? ''));
  expect(await threads()).toEqual([]);
});

test('while the story is on hold, what was said of it stays as it was said', async () => {
  const { say, threads, ada, bob, story } = await room();
  const { id } = good(await say(bob, 'Who says so?'));
  const reason = 'The court asks for it';
  const { storyId, revisionId } = story;
  const hold = { id: newId(), storyId, revisionId, madeBy: 'test', madeAt: now() };
  await transaction(async (tx) => {
    await tx.insert(holds).values({ ...hold, reason });
  });
  const held = { code: 'illegal', why: `On hold: ${reason}` };
  expect(await rewordComment(bob, { commentId: id, text: 'x' })).toMatchObject(held);
  expect(await takeBackComment(bob, id)).toMatchObject(held);
  expect(await rewordComment(ada, { commentId: id, text: 'x' })).toMatchObject({
    code: 'forbidden',
  });
  expect(await threads()).toMatchObject([{ text: 'Who says so?', edited: null, deleted: false }]);
});

test('an answer and the taking back of what it answers, at once: no answer is left without a thread', async () => {
  const { say, threads, ada, bob, story } = await room();
  for (const n of [1, 2, 3]) {
    const { id } = good(await say(bob, `Question ${n}`));
    await Promise.all([say(ada, `Answer ${n}`, { answersId: id }), takeBackComment(bob, id)]);
  }
  const rows = await read
    .select()
    .from(staffComments)
    .where(eq(staffComments.storyId, story.storyId));
  const shown = (await threads()).flatMap((thread) => [thread, ...thread.answers]);
  expect(shown.map((one) => one.id).toSorted()).toEqual(rows.map((row) => row.id).toSorted());
});

test('an open editor hears that something was said otherwise or taken back', async () => {
  const { say, ada, bob, story } = await room();
  const editor = { id: newId(), storyId: story.storyId, field: '' };
  const heard = async () => good(await bePresent(ada, editor))?.discussed;
  const { id } = good(await say(bob, 'Who says so?'));
  good(await say(ada, 'The captain.', { answersId: id }));
  const words = [await heard()];
  good(await rewordComment(bob, { commentId: id, text: 'Who said so?' }));
  words.push(await heard());
  good(await takeBackComment(bob, id));
  words.push(await heard());
  expect(new Set(words).size).toBe(3);
});

test('who may not see the story is not called to it, and is not offered', async () => {
  const { say, ada, story } = await room();
  const outsider = await member('contributor');
  expect(await say(ada, `@${outsider.name} look`)).toMatchObject({
    code: 'invalid',
    fields: { text: expect.stringContaining('may not see this story') },
  });
  const { people } = good(await discussionOf(ada, story.storyId));
  expect(people.map((one) => one.id)).toContain(ada.id);
  expect(people.map((one) => one.id)).not.toContain(outsider.id);
  const gone = await member('editor');
  good(await deactivate(system('test'), gone.id));
  const rest = good(await discussionOf(ada, story.storyId)).people;
  expect(rest.map((one) => one.id)).not.toContain(gone.id);
});

test('a mention in a story that one may not see any more shows nothing of it', async () => {
  const { id: sectionId } = await section();
  const ada = await member('editor');
  const cy = await member('contributor');
  const story = await draft(sectionId, {}, cy);
  good(await discuss(ada, { ...story, text: `@${cy.name} look` }));
  expect(good(await mentionsOf(cy)).rows).toHaveLength(1);
  const elsewhere = { ...cy, grants: [{ role: 'contributor' as const, sectionId: 'other' }] };
  expect(good(await mentionsOf(elsewhere)).rows).toEqual([]);
});

test('who may not see a story hears nothing of what is said about it; moderators neither', async () => {
  const { say, ada, story } = await room();
  const { id } = good(await say(ada, 'Between us.'));
  const [contributor, moderator] = [await member('contributor'), await member('moderator')];
  for (const answer of [
    await discussionOf(contributor, story.storyId),
    await say(contributor, 'x'),
    await resolveThread(contributor, id, true),
    await rewordComment(contributor, { commentId: id, text: 'x' }),
    await takeBackComment(contributor, id),
    await discussionOf({ type: 'visitor' }, story.storyId),
  ]) {
    expect(answer).toMatchObject({ ok: false, code: 'missing' });
  }
  await publish(story);
  expect(await discussionOf(moderator, story.storyId)).toMatchObject({ code: 'forbidden' });
  expect(await say(moderator, 'x')).toMatchObject({ code: 'forbidden' });
});

test('nothing, too much, and characters that cannot be stored are refused or taken out', async () => {
  const { say, ada, story } = await room();
  for (const text of ['', '  ', 'x'.repeat(4_001), 'half \ud800 a pair']) {
    expect(await say(ada, text)).toMatchObject({
      code: 'invalid',
      fields: { text: expect.any(String) },
    });
  }
  expect(await say(ada, 'x', { quote: 'q'.repeat(2_001) })).toMatchObject({ code: 'invalid' });
  good(await say(ada, 'x', { quote: 'a\u0000b', before: '\ud83d', after: '' }));
  const [row] = await read
    .select()
    .from(staffComments)
    .where(eq(staffComments.storyId, story.storyId));
  expect(row).toMatchObject({ quote: 'ab', quoteBefore: '\ufffd' });
});
