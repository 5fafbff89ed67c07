import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { staffComments } from '#db/schema/writing.ts';
import { read } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import {
  discuss,
  discussionOf,
  mentionsOf,
  resolveThread,
  seeMentions,
  unseenMentions,
} from '#features/stories/staff-comments.ts';
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
