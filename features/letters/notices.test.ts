import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { comments } from '#db/schema/comments.ts';
import { audit, outbox } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { confirmedAmong } from '#features/addresses/consents.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { postComment, undoDecision } from '#features/comments/commands.ts';
import { changeLetters, confirmAddress } from '#features/letters/commands.ts';
import { lettersStateBy } from '#features/letters/queries.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { Canary } from '#tests/canary.ts';
import {
  commenterOf,
  type Discussed,
  discussedStory,
  form,
  judgeable,
  posted,
  shown,
} from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { approve, deliver, forgetLetters, keepAddresses, reject, tokenIn } from '#tests/letters.ts';
import { mailServer } from '#tests/mail-server.ts';
import { good } from '#tests/results.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let clock: ReturnType<typeof holdClock>;
let server: Awaited<ReturnType<typeof mailServer>>;
let story: Discussed;
let email: string;

beforeEach(async () => {
  clock = holdClock();
  server = await mailServer();
  await forgetLetters();
  await keepAddresses('notify');
  story = await discussedStory();
  email = `${newId()}@reader.example`;
});

/** A comment whose writer ticked the box, or did not. */
const wished = (words: Parameters<typeof form>[1] = {}) =>
  postComment(
    VISITOR,
    { ...form(story.storyId, { email, ...words }), notify: 'on' },
    {
      place: newId(),
    },
  ).then(good);

/** The same by somebody who confirmed the address. */
async function wishedAndConfirmed() {
  const comment = await wished();
  await deliver();
  good(await confirmAddress(tokenIn(server.to(email), 'confirm')));
  server.mails.length = 0;
  return comment;
}

const mine = () => server.mails.filter(({ to }) => to === email);

async function later(milliseconds = 6 * MINUTE): Promise<void> {
  await deliver();
  clock.forward(milliseconds);
  await deliver();
}

test('whoever asked hears that the comment is published, and of an answer, once confirmed', async () => {
  const { commentId } = await wishedAndConfirmed();
  await approve(commentId);
  await later();
  const answer = await shown(story.storyId, { text: 'No <b>way</b>.', parentId: commentId });
  await later();
  const [published, answered, ...more] = mine();
  expect(published?.subject).toMatch(/^Your comment on .* is published$/);
  expect(published?.text).toContain(`${story.path}/comment/${commentId}`);
  expect(answered?.subject).toMatch(/^An answer to your comment/);
  expect(answered?.text).toContain('> No <b>way</b>.');
  expect(answered?.html).toContain('No &lt;b&gt;way&lt;/b&gt;.');
  expect(answered?.text).toContain(`${story.path}/comment/${answer.commentId}`);
  expect(more).toEqual([]);
});

test('whoever did not tick the box gets nothing but the question whether the address is theirs', async () => {
  const { commentId } = await posted(story.storyId, { email });
  await deliver();
  good(await confirmAddress(tokenIn(server.to(email), 'confirm')));
  await approve(commentId);
  await shown(story.storyId, { parentId: commentId });
  await later();
  expect(mine().map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Is this your address\?/),
  ]);
});

test('nobody of the sample newsroom is written to: their addresses are made up', async () => {
  good(await postComment(system('sample'), form(story.storyId, { email }), { sample: true }));
  await deliver();
  expect(mine()).toEqual([]);
});

test('an address that is not confirmed gets that question once a day, however often it is typed', async () => {
  const first = await wished();
  await approve(first.commentId);
  for (let n = 0; n < 3; n += 1) await wished({ text: `Number ${n}`, name: '<b>Evil</b>' });
  await shown(story.storyId, { parentId: first.commentId });
  await later();
  expect(mine()).toHaveLength(1);
  expect(mine()[0]?.text).not.toContain('Number');
  expect(mine()[0]?.html).not.toContain('Evil');
  clock.forward(DAY);
  await wished({ text: 'A day later' });
  await deliver();
  expect(mine()).toHaveLength(2);
});

test('a decision that is taken back within minutes is told to nobody', async () => {
  const { commentId } = await wishedAndConfirmed();
  await approve(commentId);
  await deliver();
  clock.forward(MINUTE);
  good(await undoDecision(system('test'), await judgeable(commentId, 'approved')));
  await later();
  expect(server.mails).toEqual([]);
});

test('why a comment was rejected is told in the moderator’s words, and the comment is not repeated', async () => {
  const { commentId } = await wishedAndConfirmed();
  await reject(commentId, 'It is <i>off topic</i>.');
  await later();
  expect(server.mails[0]?.subject).toMatch(/was not published$/);
  expect(server.mails[0]?.text).toContain('> It is <i>off topic</i>.');
  expect(server.mails[0]?.html).toContain('&lt;i&gt;off topic&lt;/i&gt;');
});

test('the house rule that a comment breaks is told in its words', async () => {
  const { commentId } = await wishedAndConfirmed();
  await reject(commentId, '', 'off-topic');
  await later();
  expect(server.mails[0]?.text).toContain('It has nothing to do with the story.');
});

test('what looks like advertising makes us write to nobody', async () => {
  const { commentId } = await wished();
  await transaction((tx) =>
    tx
      .update(comments)
      .set({ lane: 'spam' })
      .where(eq(comments.id, commentId))
      .then(() => undefined),
  );
  await deliver();
  expect(server.mails).toEqual([]);
});

test('nobody is told of an answer by themselves, or of one that nobody can read', async () => {
  const { commentId } = await wishedAndConfirmed();
  await approve(commentId);
  await later();
  server.mails.length = 0;
  await shown(story.storyId, { email, parentId: commentId });
  const other = await posted(story.storyId, { parentId: commentId });
  await reject(other.commentId);
  await later();
  expect(mine()).toEqual([]);
});

test('an event that comes twice is one letter', async () => {
  const { commentId } = await wishedAndConfirmed();
  await approve(commentId);
  await deliver();
  await transaction((tx) =>
    tx
      .update(outbox)
      .set({ doneAt: null })
      .then(() => undefined),
  );
  await later();
  expect(mine()).toHaveLength(1);
});

test('one press ends letters and forgets the address; asking anew begins them anew', async () => {
  const { commentId } = await wishedAndConfirmed();
  await approve(commentId);
  await later();
  const [published] = server.mails;
  const token = tokenIn(published, 'unsubscribe');
  expect(published?.headers['list-unsubscribe']).toContain(`/privacy/unsubscribe/${token}>`);
  expect(published?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  expect(await lettersStateBy(token, 'unsubscribe')).toBe('confirmed');
  good(await changeLetters(token, { act: 'end' }));
  expect(await lettersStateBy(token, 'unsubscribe')).toBe('ended');
  await shown(story.storyId, { parentId: commentId });
  await later();
  expect(mine()).toHaveLength(1);

  const again = await wished({ text: 'I am back' });
  await approve(again.commentId);
  await later();
  expect(mine()).toHaveLength(2);
});

test('who never confirmed and ends it is never written to again, whatever strangers type', async () => {
  await wished();
  await deliver();
  const token = tokenIn(server.to(email), 'unsubscribe');
  good(await changeLetters(token, { act: 'end' }));
  expect(await lettersStateBy(token, 'unsubscribe')).toBe('refused');
  clock.forward(2 * DAY);
  await wished({ text: 'By a stranger' });
  await later();
  expect(server.mails).toHaveLength(1);
  good(await changeLetters(token, { act: 'allow' }));
  clock.forward(DAY);
  await wished({ text: 'By the owner' });
  await later();
  expect(server.mails).toHaveLength(2);
});

test('moderators can be told that an address is confirmed', async () => {
  const { commentId } = await wished();
  const commenter = await commenterOf(commentId);
  expect(await confirmedAmong([commenter])).toEqual(new Set());
  await deliver();
  good(await confirmAddress(tokenIn(server.to(email), 'confirm')));
  expect(await confirmedAmong([commenter, 'nobody'])).toEqual(new Set([commenter]));
});

test('what somebody wishes by a mailed link is in the audit log once, and says of nobody who it is', async () => {
  const { commentId } = await posted(story.storyId, { email });
  await deliver();
  const letter = server.to(email);
  const identityId = (await identityOf(await commenterOf(commentId))) ?? '';
  const before = (await wishes()).length;
  const confirm = tokenIn(letter, 'confirm');
  const unsubscribe = tokenIn(letter, 'unsubscribe');
  for (let times = 0; times < 2; times += 1) good(await confirmAddress(confirm));
  for (let times = 0; times < 2; times += 1) good(await changeLetters(unsubscribe, { act: 'end' }));
  for (let times = 0; times < 2; times += 1)
    good(await changeLetters(unsubscribe, { act: 'refuse' }));
  good(await changeLetters(unsubscribe, { act: 'allow' }));
  await confirmAddress('no link at all');
  const rows = (await wishes()).slice(before);
  expect(rows.map(({ act }) => act)).toEqual([
    'commenter.confirm',
    'commenter.end-letters',
    'commenter.refuse-letters',
    'commenter.allow-letters',
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({ actor: 'visitor', noun: 'commenter', thingId: 'somebody' });
    for (const tells of [email, identityId, commentId, confirm]) {
      expect(JSON.stringify(row)).not.toContain(tells);
    }
  }
});

const wishes = () =>
  read.select().from(audit).where(eq(audit.noun, 'commenter')).orderBy(asc(audit.position));

test('a link that is no link, is another’s, or is too old does nothing', async () => {
  await wished();
  await deliver();
  const [confirm, unsubscribe] = [
    tokenIn(server.to(email), 'confirm'),
    tokenIn(server.to(email), 'unsubscribe'),
  ];
  for (const token of ['', 'x'.repeat(43), unsubscribe]) {
    expect(await confirmAddress(token)).toMatchObject({ ok: false, code: 'missing' });
  }
  expect(await changeLetters(confirm, { act: 'end' })).toMatchObject({ code: 'missing' });
  clock.forward(15 * DAY);
  expect(await confirmAddress(confirm)).toMatchObject({ code: 'missing' });
  expect(await lettersStateBy(unsubscribe, 'unsubscribe')).toBe('unknown');
});

test('no letter says the address anywhere but in its To', async () => {
  const { commentId } = await wishedAndConfirmed();
  await approve(commentId);
  await shown(story.storyId, { parentId: commentId });
  await later();
  const canary = new Canary(email);
  expect(server.mails.length).toBeGreaterThan(1);
  for (const { subject, text, html, headers } of server.mails) {
    const { to: _to, ...others } = headers;
    expect(canary.find(JSON.stringify([subject, text, html, others]))).toEqual([]);
  }
});
