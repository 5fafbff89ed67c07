import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit, outbox } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { askForAddress, decideAboutAddress } from '#features/law/disclosures.ts';
import { addressRequests } from '#features/law/queries.ts';
import { askForHeld, eraseHeld, openHeld } from '#features/letters/commands.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import { newId } from '#lib/ids.ts';
import { Canary } from '#tests/canary.ts';
import { discussedStory, posted } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { deliver, keepAddresses, tokenIn } from '#tests/letters.ts';
import { mailServer } from '#tests/mail-server.ts';
import { good } from '#tests/results.ts';
import { employed } from '#tests/staff.ts';

let server: Awaited<ReturnType<typeof mailServer>>;
let asker: Awaited<ReturnType<typeof employed>>;
let other: Awaited<ReturnType<typeof employed>>;
let email: string;
let commentId: string;

beforeEach(async () => {
  holdClock();
  server = await mailServer();
  await transaction((tx) => tx.delete(outbox).then(() => undefined));
  await keepAddresses('notify');
  asker = await employed('editor');
  other = await employed('admin');
  email = `${newId()}@reader.example`;
  commentId = (await posted((await discussedStory()).storyId, { email })).commentId;
  await deliver();
  server.mails.length = 0;
});

const asked = async () =>
  good(await askForAddress(asker.actor, { commentId, reason: 'Case 12/2026' })).requestId;

test('two people agree, and the mailer answers to the one who asked, and to nobody else', async () => {
  const requestId = await asked();
  await deliver();
  expect(server.mails).toEqual([]);
  good(await decideAboutAddress(other.actor, { requestId, verdict: 'granted' }));
  await deliver();
  expect(server.mails.map(({ to }) => to)).toEqual([asker.email]);
  expect(server.mails[0]?.text).toContain(`> ${email}`);
  expect(server.mails[0]?.text).toContain('> Case 12/2026');
  await deliver();
  expect(server.mails).toHaveLength(1);
});

test('the log says who asked, who consented and why, and no row says the address', async () => {
  const requestId = await asked();
  good(await decideAboutAddress(other.actor, { requestId, verdict: 'granted' }));
  await deliver();
  const rows = await read.select().from(audit).where(eq(audit.thingId, commentId));
  expect(rows.map(({ actor, act }) => [actor, act])).toEqual([
    ['visitor', 'comment.post'],
    [`staff:${asker.id}`, 'comment.ask-address'],
    [`staff:${other.id}`, 'comment.grant-address'],
  ]);
  const canary = new Canary(email);
  const seen = [rows, await addressRequests(asker.actor), await read.select().from(outbox)];
  expect(canary.find(JSON.stringify(seen))).toEqual([]);
});

test('nobody consents to the own request, and nobody decides twice', async () => {
  const requestId = await asked();
  const decide = (by: typeof asker, verdict: string) =>
    decideAboutAddress(by.actor, { requestId, verdict });
  expect(await decide(asker, 'granted')).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await decide(other, 'taken back')).toMatchObject({ ok: false, code: 'forbidden' });
  const third = await employed('admin');
  const both = await Promise.all([decide(other, 'refused'), decide(third, 'granted')]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await decide(other, 'granted')).toMatchObject({ ok: false, code: 'illegal' });
});

test('a request that is refused or taken back is answered to nobody', async () => {
  const refusedId = await asked();
  expect(await askForAddress(other.actor, { commentId, reason: 'Also' })).toMatchObject({
    code: 'illegal',
  });
  good(await decideAboutAddress(other.actor, { requestId: refusedId, verdict: 'refused' }));
  const backId = await asked();
  good(await decideAboutAddress(asker.actor, { requestId: backId, verdict: 'taken back' }));
  await deliver();
  expect(server.mails).toEqual([]);
});

test('an address that was erased meanwhile is answered with that', async () => {
  const requestId = await asked();
  good(await askForHeld({ email }, { place: newId() }));
  await deliver();
  const { token } = good(await openHeld(tokenIn(server.to(email), 'comments')));
  good(await eraseHeld(token, { texts: 'kept', sure: 'on' }));
  server.mails.length = 0;
  good(await decideAboutAddress(other.actor, { requestId, verdict: 'granted' }));
  await deliver();
  expect(server.mails.map(({ to }) => to)).toEqual([asker.email]);
  expect(server.mails[0]?.text).toContain('not held any more');
});

test('who has left the newsroom gets no answer', async () => {
  const requestId = await asked();
  good(await deactivate(system('test'), asker.id));
  good(await decideAboutAddress(other.actor, { requestId, verdict: 'granted' }));
  await deliver();
  expect(server.mails).toEqual([]);
});

test('a program asks for no address, and a comment of the staff has none', async () => {
  const reason = 'Case 12/2026';
  expect(await askForAddress(system('job'), { commentId, reason })).toMatchObject({
    code: 'forbidden',
  });
});
