import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { postComment } from '#features/comments/commands.ts';
import { addNote, banWriter, liftBan, switchThread } from '#features/moderation/commands.ts';
import { decisionBehind, moderationQueue } from '#features/moderation/queries.ts';
import { type Staff, VISITOR } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { type Discussed, discussedStory, form, posted, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

let story: Discussed;
let local: Staff;
let everywhere: Staff;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
  local = await member('moderator', story.sectionId);
  everywhere = await member('moderator');
});

const BAN = { scope: 'site', time: 'week', rule: 'insult', reason: 'Twice in an hour.' };

async function inQueue(commentId: string) {
  const { comments } = good(await moderationQueue(local, { pile: 'all' }));
  const found = comments.find((one) => one.id === commentId);
  if (!found) throw new Error('it is not in the queue');
  return found;
}

test('a note is for moderators: its writer never sees it, and the log has no word of it', async () => {
  const { commentId, token } = await posted(story.storyId);
  good(await addNote(local, { commentId, text: 'Looks like the one of Monday.' }));
  expect((await inQueue(commentId)).notes).toMatchObject([
    { who: local.name, text: 'Looks like the one of Monday.' },
  ]);
  expect(JSON.stringify(await decisionBehind(token))).not.toContain('Monday');
  const log = await read
    .select()
    .from(audit)
    .where(and(eq(audit.thingId, commentId), eq(audit.act, 'comment.note')))
    .orderBy(asc(audit.position));
  expect(log).toHaveLength(1);
  expect(JSON.stringify(log)).not.toContain('Monday');
});

test('a ban is told behind the writer’s own link, with its end and its reason', async () => {
  const email = `${newId()}@example.com`;
  const { commentId, token } = await posted(story.storyId, { email });
  good(await banWriter(everywhere, { commentId, ...BAN }));
  const told = {
    where: 'site',
    until: new Date(clock.at.getTime() + 7 * 24 * 3_600_000),
    rule: 'Insults',
    reason: 'Twice in an hour.',
  };
  expect(await decisionBehind(token)).toMatchObject({ ban: told });
  const other = await discussedStory();
  const later = good(
    await postComment(VISITOR, form(other.storyId, { email }), { place: newId() }),
  );
  expect(await decisionBehind(later.token)).toMatchObject({
    rejected: { rule: { name: 'Banned' } },
    ban: told,
    mayAppeal: true,
  });
  expect((await inQueue(commentId)).ban).toMatchObject({ scope: 'site' });
});

test('a lifted ban holds nobody off, and is lifted once', async () => {
  const { commentId, token } = await posted(story.storyId);
  const { id: banId } = good(await banWriter(everywhere, { commentId, ...BAN }));
  good(await liftBan(everywhere, { banId }));
  expect(await decisionBehind(token)).toMatchObject({ ban: null });
  expect(await liftBan(everywhere, { banId })).toMatchObject({ code: 'illegal' });
  expect(await liftBan(everywhere, { banId: 'none' })).toMatchObject({ code: 'missing' });
});

test('a ban on a comment that somebody may not see is answered as one that is not there', async () => {
  const { commentId } = await posted(story.storyId);
  const { id: banId } = good(await banWriter(everywhere, { commentId, ...BAN }));
  const outside = await member('editor', (await section()).id);
  expect(await liftBan(outside, { banId })).toEqual(await liftBan(outside, { banId: 'none' }));
});

test('who moderates a section bans from a thread of it, and not from the whole site', async () => {
  const { commentId } = await posted(story.storyId);
  expect(await banWriter(local, { commentId, ...BAN })).toMatchObject({
    code: 'forbidden',
    why: expect.stringContaining('the whole site'),
  });
  good(await banWriter(local, { commentId, ...BAN, scope: 'thread' }));
});

test('what is not asked for completely is said at its field', async () => {
  const { commentId } = await posted(story.storyId);
  expect(
    await banWriter(everywhere, { commentId, scope: 'x', time: 'y', rule: 'z' }),
  ).toMatchObject({
    fields: { scope: expect.any(String), time: expect.any(String), rule: expect.any(String) },
  });
  expect(await addNote(local, { commentId, text: '  ' })).toMatchObject({
    fields: { text: 'Please fill this in.' },
  });
});

test('a closed thread says so in the queue and is opened again', async () => {
  const { commentId } = await shown(story.storyId);
  const reply = () =>
    postComment(VISITOR, form(story.storyId, { parentId: commentId }), { place: newId() });
  good(await switchThread(local, { commentId, open: false }));
  good(await switchThread(local, { commentId, open: false }));
  expect((await inQueue(commentId)).thread.open).toBe(false);
  expect(await reply()).toMatchObject({ code: 'illegal' });
  good(await switchThread(local, { commentId, open: true }));
  expect((await reply()).ok).toBe(true);
});

test('who does not moderate there does none of it', async () => {
  const { commentId } = await posted(story.storyId);
  for (const actor of [VISITOR, await member('reporter'), await member('moderator', 'another')]) {
    const missing = { code: 'missing' };
    expect(await addNote(actor, { commentId, text: 'A note' })).toMatchObject(missing);
    expect(await banWriter(actor, { commentId, ...BAN })).toMatchObject(missing);
    expect(await switchThread(actor, { commentId, open: false })).toMatchObject(missing);
  }
});
