import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { authors } from '#db/schema/people.ts';
import { read } from '#db/store.ts';
import { postStaffComment } from '#features/comments/commands.ts';
import { discussionInDesk, mayTakePart } from '#features/comments/desk.ts';
import { editComment } from '#features/comments/own.ts';
import { storyComments } from '#features/comments/queries.ts';
import { type Staff, VISITOR } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let writer: Staff;
let story: { storyId: string; revisionId: string };
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  const { id } = await section();
  writer = await member('contributor', id);
  const [author] = await read.select().from(authors).where(eq(authors.personId, writer.id));
  story = await draft(id, { bylines: [{ authorId: author?.id ?? '' }] });
  await publish(story);
});

test('who wrote a story reads what everybody reads, newest first, and answers as its author', async () => {
  const asked = await shown(story.storyId, { text: 'Who sat where?' });
  await posted(story.storyId, { text: 'Waits' });
  clock.forward(1_000);
  good(
    await postStaffComment(writer, {
      storyId: story.storyId,
      parentId: asked.commentId,
      text: 'Across from each other.',
    }),
  );
  const found = good(await discussionInDesk(writer, story.storyId, 1));
  expect(found.comments.map((one) => one.text)).toEqual([
    'Across from each other.',
    'Who sat where?',
  ]);
  expect(found).toMatchObject({ mayAnswer: true, page: 1, pages: 1 });
  expect(found.whyNoPick).toMatch(/moderator or an editor/);
  const page = await storyComments(story.storyId, 1);
  expect(page?.threads[0]?.replies).toMatchObject([{ staff: true, author: true }]);
});

test('what a writer changed and nobody approved yet is not shown there either', async () => {
  const { token, commentId } = await shown(story.storyId, { text: 'Before' });
  await shown(story.storyId, { parentId: commentId, text: 'An answer' });
  good(await editComment(VISITOR, token, { text: 'Secretly other words' }, newId()));
  const found = good(await discussionInDesk(writer, story.storyId, 1));
  expect(JSON.stringify(found)).not.toContain('Secretly');
  expect(found.comments.find((one) => one.text === 'An answer')?.inReplyTo?.text).toBe('Before');
});

test('who can do nothing about it has no such page, and of a withdrawn story nobody has', async () => {
  for (const actor of [VISITOR, await member('contributor'), await member('editor', 'elsewhere')]) {
    expect(await discussionInDesk(actor, story.storyId, 1)).toMatchObject({ code: 'missing' });
    expect(await mayTakePart(actor, story.storyId)).toBeNull();
  }
  const editor = await member('editor');
  expect(good(await discussionInDesk(editor, story.storyId, 1)).whyNoPick).toBeNull();
  await withdraw(story);
  expect(await discussionInDesk(editor, story.storyId, 1)).toMatchObject({ code: 'missing' });
});
