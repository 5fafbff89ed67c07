import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { readIdentity } from '#db/identity.ts';
import { identities } from '#db/identity-schema.ts';
import { readPersonKeys } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { identityOf, samePerson } from '#features/addresses/queries.ts';
import { postComment } from '#features/comments/commands.ts';
import { placeHold } from '#features/law/commands.ts';
import { askForHeld } from '#features/letters/commands.ts';
import { forgetAddresses } from '#features/letters/jobs.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { commenterOf, discussedStory, form, posted } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { deliver, forgetLetters, keepAddresses } from '#tests/letters.ts';
import { mailServer } from '#tests/mail-server.ts';
import { good } from '#tests/results.ts';

const DAY = 24 * 3_600_000;

let clock: ReturnType<typeof holdClock>;
let server: Awaited<ReturnType<typeof mailServer>>;

beforeEach(async () => {
  clock = holdClock();
  server = await mailServer();
  await forgetLetters();
});

async function kept(commentId: string) {
  const id = (await identityOf(await commenterOf(commentId))) ?? '';
  const [row] = await readIdentity().select().from(identities).where(eq(identities.id, id));
  const [key] = await readPersonKeys()
    .select({ id: personKeys.identityId })
    .from(personKeys)
    .where(eq(personKeys.identityId, id));
  return { mark: row !== undefined, address: row?.sealed != null, key: key !== undefined };
}

test('confirm and forget: after its one letter nothing is left but the mark', async () => {
  await keepAddresses('verify');
  const { storyId } = await discussedStory();
  const email = `${newId()}@reader.example`;
  const { commentId } = await posted(storyId, { email });
  expect(await forgetAddresses()).toBe(0);
  expect(await kept(commentId)).toEqual({ mark: true, address: true, key: true });
  await deliver();
  expect(server.mails.map(({ to }) => to)).toEqual([email]);
  expect(server.mails[0]?.text).toContain('With it we forget the address');
  expect(await forgetAddresses()).toBe(1);
  expect(await kept(commentId)).toEqual({ mark: true, address: false, key: false });

  // The mark knows the same person again, and the link to what is held finds them.
  const other = await discussedStory();
  const second = await posted(other.storyId, { email });
  const [first, again] = [await commenterOf(commentId), await commenterOf(second.commentId)];
  expect((await samePerson([first])).get(first)).toEqual(expect.arrayContaining([first, again]));
  await deliver();
  await forgetAddresses();
  server.mails.length = 0;
  good(await askForHeld({ email }, { place: newId() }));
  await deliver();
  expect(server.mails.map(({ to }) => to)).toEqual([email]);
});

test('a letter that cannot be sent keeps its address until it was, and for a day at most', async () => {
  await keepAddresses('verify');
  const { commentId } = await posted((await discussedStory()).storyId);
  server.refuse(true);
  await deliver();
  expect(await forgetAddresses()).toBe(0);
  expect((await kept(commentId)).address).toBe(true);
  clock.forward(DAY + 1);
  expect(await forgetAddresses()).toBe(1);
  expect((await kept(commentId)).address).toBe(false);
});

test('kept for some days: forgotten that long after the last comment, and not before', async () => {
  await keepAddresses('notify', 30);
  const { storyId } = await discussedStory();
  const email = `${newId()}@reader.example`;
  const { commentId } = await posted(storyId, { email });
  clock.forward(29 * DAY);
  await posted(storyId, { email });
  clock.forward(29 * DAY);
  await forgetAddresses();
  expect((await kept(commentId)).address).toBe(true);
  clock.forward(DAY + 1);
  expect(await forgetAddresses()).toBeGreaterThan(0);
  expect(await kept(commentId)).toEqual({ mark: true, address: false, key: false });
});

test('a comment that the law holds keeps its address, until the hold is lifted', async () => {
  await keepAddresses('notify', 1);
  const { commentId } = await posted((await discussedStory()).storyId);
  const hold = { noun: 'comment', thingId: commentId, reason: 'Case 12' };
  good(await placeHold(system('test'), hold));
  clock.forward(5 * DAY);
  await forgetAddresses();
  expect((await kept(commentId)).address).toBe(true);
});

test('asking for none: the form is complete without one, and one that is sent is not looked at', async () => {
  await keepAddresses('none');
  const { storyId } = await discussedStory();
  const known = async () => (await readIdentity().select().from(identities)).length;
  const before = await known();
  const { email: _none, ...without } = form(storyId);
  good(await postComment(VISITOR, without, { place: newId() }));
  good(await postComment(VISITOR, form(storyId, { email: 'a@b.example' }), { place: newId() }));
  const typed = { ...form(storyId, { email: 'not an address' }), notify: 'on' };
  good(await postComment(VISITOR, typed, { place: newId() }));
  await deliver();
  expect(await known()).toBe(before);
  expect(server.mails).toEqual([]);
});

test('a site that asks for none any more forgets those that it had', async () => {
  await keepAddresses('notify');
  const { commentId } = await posted((await discussedStory()).storyId);
  await keepAddresses('none');
  expect(await forgetAddresses()).toBeGreaterThan(0);
  expect(await kept(commentId)).toEqual({ mark: true, address: false, key: false });
});
