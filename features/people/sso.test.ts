import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { authors, people } from '#db/schema/people.ts';
import { read } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import { invite, linkPage } from '#features/people/links.ts';
import { signInBySso } from '#features/people/sso.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';
import { actorOf, employed } from '#tests/staff.ts';

const ISSUER = 'https://id.courier.example';
const ADMIN = system('test');

beforeEach(() => {
  holdClock();
});

const enter = (claims: unknown, issuer = ISSUER) => signInBySso(issuer, claims, 'Firefox on Linux');
const claimsOf = (email: string, more: Record<string, unknown> = {}) => ({
  sub: `sub-${email}`,
  email,
  email_verified: true,
  name: 'Ida Invited',
  ...more,
});

test('who is on the staff is let in by a verified address, whatever its case', async () => {
  const { id, email } = await employed('editor');
  const { sessionId } = good(await enter(claimsOf(email.toUpperCase())));
  expect(await actorOf(sessionId)).toMatchObject({ id, grants: [{ role: 'editor' }] });
});

test('who was invited comes with the name that the provider knows, and the link ends', async () => {
  const email = `${newId()}@newsroom.example`;
  const { id, token } = good(await invite(ADMIN, { email, role: 'reporter' }, 'show'));
  expect((await enter(claimsOf(email, { name: undefined }))).ok).toBe(false);
  good(await enter(claimsOf(email)));
  expect(await read.select().from(authors).where(eq(authors.personId, id))).toMatchObject([
    { name: 'Ida Invited' },
  ]);
  expect(await linkPage(token ?? '', 'invite')).toBeNull();
});

test.each([
  ['an address that is not verified', { email_verified: false }],
  ['one whose provider says nothing about that', { email_verified: undefined }],
  ['a yes that is only a word', { email_verified: 'true' }],
  ['no account', { sub: '' }],
  ['no address', { email: undefined }],
])('nobody is let in by %s', async (_what, more) => {
  const { email } = await employed();
  expect((await enter(claimsOf(email, more))).ok).toBe(false);
});

test('strangers and closed accounts get one and the same answer', async () => {
  const closed = await employed();
  good(await deactivate(ADMIN, closed.id));
  const answers = [await enter(claimsOf(closed.email)), await enter(claimsOf('x@y.example'))];
  expect(answers[0]).toMatchObject({ ok: false, code: 'forbidden' });
  expect(answers[1]).toEqual(answers[0]);
  expect(await enter(null)).toEqual(answers[0]);
});

test('who is given somebody’s address later does not get in, unless the site changed its provider', async () => {
  const { id, email } = await employed();
  good(await enter(claimsOf(email)));
  good(await enter(claimsOf(email)));
  expect((await enter(claimsOf(email, { sub: 'another' }))).ok).toBe(false);
  good(await enter(claimsOf(email, { sub: 'another' }), 'https://new.courier.example'));
  const [row] = await read.select().from(people).where(eq(people.id, id));
  expect(row?.ssoSubject).toBe('https://new.courier.example another');
});
