import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { drainOutbox } from '#db/outbox.ts';
import { authors, people, staffLinks } from '#db/schema/people.ts';
import { audit, outbox } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import { mailLink, sweepStaffLinks } from '#features/people/jobs.ts';
import {
  forgot,
  invite,
  inviteAgain,
  join,
  linkPage,
  makeResetLink,
  resetPassword,
  takeBackInvitation,
} from '#features/people/links.ts';
import { staffList, staffOfSession } from '#features/people/queries.ts';
import { signIn } from '#features/people/signing-in.ts';
import { newId } from '#lib/ids.ts';
import { joinPath, resetPath } from '#lib/paths.ts';
import { holdClock } from '#tests/fixtures.ts';
import { mailServer } from '#tests/mail-server.ts';
import { section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { actorOf, employed, PASSWORD, signedIn } from '#tests/staff.ts';

const ADMIN = system('test');
const DAY = 24 * 3_600_000;
let clock = holdClock();

beforeEach(async () => {
  clock = holdClock();
  await transaction(async (tx) => {
    await tx.delete(outbox);
  });
});

const address = () => `${newId()}@newsroom.example`;

async function invited(role = 'reporter', sectionId = '') {
  const email = address();
  const { id, token } = good(await invite(ADMIN, { email, role, sectionId }, 'show'));
  if (!token) throw new Error('expected a link');
  return { id, email, token };
}

const mailLinks = () =>
  drainOutbox(
    (event) => (event.kind === 'link.wanted' ? mailLink(event.payload) : Promise.resolve()),
    {
      lane: 'slow',
    },
  );

test('who is invited comes once, with the role of the invitation, and can be named in bylines', async () => {
  const { id: sectionId } = await section();
  const { id, email, token } = await invited('editor', sectionId);
  expect(await linkPage(token, 'invite')).toEqual({ email, name: '' });
  expect((await signIn({ email, password: PASSWORD }, { place: newId() })).ok).toBe(false);
  const who = { token, name: 'Rosa Reporter', password: PASSWORD };

  expect(await join({ ...who, name: ' ', password: 'short' })).toMatchObject({
    fields: { name: 'Please fill this in.', password: 'At least 12 characters.' },
  });
  expect(await join({ ...who, password: email })).toMatchObject({
    fields: { password: expect.stringMatching(/address/) },
  });
  const answers = await Promise.all([join(who), join(who)]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(await linkPage(token, 'invite')).toBeNull();

  const { sessionId } = await signedIn(email);
  expect((await staffOfSession(sessionId))?.grants).toEqual([{ role: 'editor', sectionId }]);
  const byline = await read.select().from(authors).where(eq(authors.personId, id));
  expect(byline).toMatchObject([{ name: 'Rosa Reporter', handle: 'rosa-reporter' }]);
});

test('while somebody is only invited nothing public is made of their address', async () => {
  const { id } = await invited();
  expect(await read.select().from(authors).where(eq(authors.personId, id))).toEqual([]);
});

test('a link is good for a week, for its own purpose, and until the next one', async () => {
  const { id, token } = await invited();
  expect(await linkPage(token, 'reset')).toBeNull();
  const again = good(await inviteAgain(ADMIN, id, 'show'));
  expect(await linkPage(token, 'invite')).toBeNull();
  expect(await linkPage(again.token ?? '', 'invite')).not.toBeNull();
  clock.forward(7 * DAY);
  expect(await linkPage(again.token ?? '', 'invite')).toBeNull();
  expect((await join({ token: again.token, name: 'Late', password: PASSWORD })).ok).toBe(false);
});

test('an invitation that is taken back leaves nothing, and the address is free again', async () => {
  const { id, email, token } = await invited();
  good(await takeBackInvitation(ADMIN, id));
  expect((await join({ token, name: 'Nobody', password: PASSWORD })).ok).toBe(false);
  expect(await read.select().from(people).where(eq(people.id, id))).toEqual([]);
  expect(await read.select().from(staffLinks).where(eq(staffLinks.personId, id))).toEqual([]);
  good(await invite(ADMIN, { email, role: 'editor' }, 'show'));
  const { id: worker } = await employed();
  expect(await takeBackInvitation(ADMIN, worker)).toMatchObject({ code: 'missing' });
});

test('nobody is invited twice, to a section that is not there, or by who is no administrator', async () => {
  const { email } = await invited();
  expect(await invite(ADMIN, { email, role: 'editor' }, 'show')).toMatchObject({
    code: 'conflict',
  });
  const gone = { email: address(), role: 'editor', sectionId: 'gone' };
  expect(await invite(ADMIN, gone, 'show')).toMatchObject({
    fields: { sectionId: expect.stringMatching(/no such/) },
  });
  const { actor } = await employed('editor');
  const other = await employed();
  const refused = { ok: false, code: 'forbidden' };
  expect(await invite(actor, { email: address(), role: 'admin' }, 'show')).toMatchObject(refused);
  expect(await inviteAgain(actor, other.id, 'show')).toMatchObject(refused);
  expect(await takeBackInvitation(actor, other.id)).toMatchObject(refused);
  expect(await makeResetLink(actor, other.id, 'show')).toMatchObject(refused);
  const admin = await employed('admin');
  expect(await makeResetLink(admin.actor, admin.id, 'show')).toMatchObject(refused);
});

test('the list of the staff says who is invited and whether the link is still good', async () => {
  const { id } = await invited();
  const standing = async () =>
    good(await staffList(ADMIN)).find((person) => person.id === id)?.invitation;
  expect(await standing()).toEqual(new Date(clock.at.getTime() + 7 * DAY));
  clock.forward(8 * DAY);
  expect(await standing()).toBe('over');
});

test('a reset link sets a new password once and ends every session', async () => {
  const { id, email, sessionId } = await employed();
  const { token } = good(await makeResetLink(ADMIN, id, 'show'));
  if (!token) throw new Error('expected a link');
  expect(await staffOfSession(sessionId)).not.toBeNull();
  const password = 'another long pass phrase';
  expect((await resetPassword({ token, password: '1q2w3e4r5t6y' })).ok).toBe(false);
  const answers = await Promise.all([
    resetPassword({ token, password }),
    resetPassword({ token, password }),
  ]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(await staffOfSession(sessionId)).toBeNull();
  expect((await signIn({ email, password: PASSWORD }, { place: newId() })).ok).toBe(false);
  await actorOf((await signedIn(email, password)).sessionId);
});

test('the reset link of a closed account is of no use, whenever it was closed', async () => {
  const { id } = await employed();
  const { token } = good(await makeResetLink(ADMIN, id, 'show'));
  good(await deactivate(ADMIN, id));
  expect(await linkPage(token ?? '', 'reset')).toBeNull();
  expect((await resetPassword({ token, password: 'another long pass phrase' })).ok).toBe(false);
  expect(await makeResetLink(ADMIN, id, 'show')).toMatchObject({ code: 'missing' });
});

test('whoever forgot the password gets a link by mail that works, and a new invitation comes by mail', async () => {
  const server = await mailServer();
  const { id, email } = await employed();
  good(await forgot({ email: email.toUpperCase() }, newId()));
  const other = address();
  expect(good(await invite(ADMIN, { email: other, role: 'editor' }, 'mail')).token).toBeNull();
  await mailLinks();

  const [reset, invitation] = [email, other].map((to) => server.to(to));
  const token = /token=([\w-]+)/.exec(reset?.text ?? '')?.[1] ?? '';
  expect(reset?.text).toContain(`http://localhost:3000${resetPath(token)}`);
  expect(await linkPage(token, 'reset')).toMatchObject({ email });
  expect(invitation?.text).toContain(`http://localhost:3000${joinPath('')}`);
  expect(reset?.html).toContain(`href="http://localhost:3000${resetPath(token)}"`);
  const [row] = await read
    .select()
    .from(staffLinks)
    .where(and(eq(staffLinks.personId, id), eq(staffLinks.purpose, 'reset')));
  expect(JSON.stringify(row)).not.toContain(token);
});

test('an unknown, an invited and a closed address are answered like a known one, with the same work', async () => {
  const server = await mailServer();
  const closed = await employed();
  good(await deactivate(ADMIN, closed.id));
  const addresses = [(await employed()).email, address(), (await invited()).email, closed.email];
  const answers = [];
  for (const email of addresses) answers.push(await forgot({ email }, newId()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const rows = await read.select().from(outbox).where(eq(outbox.kind, 'link.wanted'));
  expect(rows).toHaveLength(addresses.length);
  for (const email of addresses) expect(JSON.stringify(rows)).not.toContain(email);
  await mailLinks();
  expect(server.mails).toHaveLength(1);
});

test('asking for mails is limited for an address that exists and one that does not', async () => {
  await mailServer();
  for (const email of [(await employed()).email, address()]) {
    for (let n = 0; n < 3; n += 1) good(await forgot({ email }, newId()));
    expect(await forgot({ email }, newId())).toMatchObject({ code: 'limited' });
  }
});

test('without a mail server nothing is promised', async () => {
  const { id, email } = await employed();
  expect(await forgot({ email }, newId())).toMatchObject({ code: 'illegal' });
  expect(await makeResetLink(ADMIN, id, 'mail')).toMatchObject({ code: 'illegal' });
  expect(await invite(ADMIN, { email: address(), role: 'editor' }, 'mail')).toMatchObject({
    code: 'illegal',
  });
});

test('a mail that could not be sent goes later, and never after its link would be too old', async () => {
  const server = await mailServer();
  const { email } = await employed();
  good(await forgot({ email }, newId()));
  server.refuse(true);
  expect(await mailLinks()).toBe(0);
  server.refuse(false);
  clock.forward(2_000);
  expect(await mailLinks()).toBe(1);
  expect(server.mails).toHaveLength(1);

  good(await forgot({ email }, newId()));
  clock.forward(DAY);
  expect(await mailLinks()).toBe(1);
  expect(server.mails).toHaveLength(1);
});

test('links that are over are swept, the others stay', async () => {
  const old = await invited();
  clock.forward(7 * DAY);
  const fresh = await invited();
  await sweepStaffLinks();
  const left = await read.select({ personId: staffLinks.personId }).from(staffLinks);
  expect(left.map((row) => row.personId)).toContain(fresh.id);
  expect(left.map((row) => row.personId)).not.toContain(old.id);
});

test('neither the audit log nor the outbox has a link’s secret, a password or an address', async () => {
  const { email, token } = await invited();
  good(await join({ token, name: 'Quiet Person', password: PASSWORD }));
  const rows = JSON.stringify([await read.select().from(audit), await read.select().from(outbox)]);
  for (const secret of [token, PASSWORD, email]) expect(rows).not.toContain(secret);
});
