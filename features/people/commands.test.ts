import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { type Actor, system } from '#features/people/actor.ts';
import {
  addPerson,
  changePassword,
  changeRoles,
  deactivate,
  makeSetUpToken,
  setUp,
  setUpTokenIsValid,
} from '#features/people/commands.ts';
import { hasAdministrator, staffList, staffOfSession } from '#features/people/queries.ts';
import { signIn, signOut } from '#features/people/signing-in.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { actorOf, employed, signedIn } from '#tests/staff.ts';

const PASSWORD = 'correct horse battery staple';
const HOURS = 3_600_000;
let clock = holdClock();
let n = 0;

beforeEach(() => {
  clock = holdClock();
});

async function person(role = 'reporter', password: string | undefined = PASSWORD) {
  n += 1;
  const email = `person${n}@newsroom.example`;
  const { id } = good(
    await addPerson(system('test'), { name: `Person ${n}`, email, role, password }),
  );
  return { id, email };
}

test('the set-up link makes one administrator, once, and is then of no use', async () => {
  const token = await makeSetUpToken();
  if (!token) throw new Error('expected a link');
  expect(await setUpTokenIsValid(token)).toBe(true);
  const who = { name: 'Noor Haddad', email: 'noor@newsroom.example', password: PASSWORD };

  expect(await setUp({ token: 'wrong', ...who })).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await setUp({ token, ...who, password: 'short' })).toMatchObject({
    ok: false,
    fields: { password: 'At least 12 characters.' },
  });
  const [first, second] = await Promise.all([setUp({ token, ...who }), setUp({ token, ...who })]);
  expect([first.ok, second.ok].sort()).toEqual([false, true]);

  expect(await hasAdministrator()).toBe(true);
  expect(await makeSetUpToken()).toBeNull();
  expect(await setUpTokenIsValid(token)).toBe(false);
  const { personId } = await signedIn('NOOR@newsroom.example');
  expect((await staffOfSession((await signedIn(who.email)).sessionId))?.id).toBe(personId);
});

test('a session ends the moment its person is deactivated', async () => {
  const { id, email } = await person();
  const { sessionId } = await signedIn(email);
  expect((await staffOfSession(sessionId))?.id).toBe(id);
  good(await deactivate(system('test'), id));
  expect(await staffOfSession(sessionId)).toBeNull();
  expect((await signIn({ email, password: PASSWORD }, { place: newId() })).ok).toBe(false);
});

test('every session ends when the person changes the password, and the old one is of no use', async () => {
  const { id, email } = await person();
  const sessions = [await signedIn(email), await signedIn(email)];
  const actor = await staffOfSession(sessions[0]?.sessionId ?? '');
  if (!actor) throw new Error('expected a session');
  const next = 'another long pass phrase';

  expect(await changePassword(actor, { current: 'wrong', next })).toMatchObject({
    fields: { current: 'This is not your present password.' },
  });
  good(await changePassword(actor, { current: PASSWORD, next }));
  for (const { sessionId } of sessions) expect(await staffOfSession(sessionId)).toBeNull();
  expect((await signIn({ email, password: PASSWORD }, { place: newId() })).ok).toBe(false);
  expect((await signedIn(email, next)).personId).toBe(id);
});

test('a session ends by signing out and by age', async () => {
  const { email } = await person();
  const [one, other] = [await signedIn(email), await signedIn(email)];
  await signOut(one.sessionId);
  expect(await staffOfSession(one.sessionId)).toBeNull();
  expect(await staffOfSession(other.sessionId)).not.toBeNull();
  clock.forward(14 * 24 * HOURS);
  expect(await staffOfSession(other.sessionId)).toBeNull();
});

test('unknown address, wrong password, no password and closed account answer alike', async () => {
  const known = await person();
  const closed = await person();
  good(await deactivate(system('test'), closed.id));
  const without = good(
    await addPerson(system('test'), {
      name: 'No One',
      email: 'none@newsroom.example',
      role: 'editor',
    }),
  );
  expect(without.id).toBeTruthy();
  const answers = await Promise.all(
    [
      { email: 'nobody@newsroom.example', password: PASSWORD },
      { email: known.email, password: 'not this one' },
      { email: 'none@newsroom.example', password: '' },
      { email: closed.email, password: PASSWORD },
      { email: '\u0000', password: 7 },
      { email: 'nul\u0000@newsroom.example', password: PASSWORD },
      { email: 'half\ud800@newsroom.example', password: PASSWORD },
    ].map((input) => signIn(input, { place: newId() })),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('guessing is limited, a right sign-in forgives, and a stranger elsewhere locks nobody out', async () => {
  const { email } = await person();
  const guess = (place: string, address = email) =>
    signIn({ email: address, password: 'no' }, { place });
  for (let i = 0; i < 9; i += 1) await guess('home');
  good(await signIn({ email, password: PASSWORD }, { place: 'home' }));
  for (let i = 0; i < 10; i += 1) await guess('home');
  expect(await signIn({ email, password: PASSWORD }, { place: 'home' })).toMatchObject({
    code: 'limited',
  });
  good(await signIn({ email, password: PASSWORD }, { place: 'elsewhere' }));

  for (let i = 0; i < 60; i += 1)
    good(await signIn({ email, password: PASSWORD }, { place: 'office' }));

  const other = await person();
  for (let i = 0; i < 50; i += 1) await guess('one place', `guess${i}@newsroom.example`);
  expect(
    await signIn({ email: other.email, password: PASSWORD }, { place: 'one place' }),
  ).toMatchObject({
    code: 'limited',
  });

  for (let i = 0; i < 200; i += 1) await guess(`place ${i}`, other.email);
  expect(await signIn({ email: other.email, password: PASSWORD }, { place: 'last' })).toMatchObject(
    {
      code: 'limited',
    },
  );
}, 120_000);

test('roles are changed by another administrator only, and count at the next click', async () => {
  const admin = await employed('admin');
  const other = await employed('reporter');
  const { id: sectionId } = await section();
  const roles = [{ role: 'editor', sectionId }, { role: 'moderator' }];
  good(await changeRoles(admin.actor, other.id, roles));
  const held = [...(await actorOf(other.sessionId)).grants];
  expect(held.sort((a, b) => a.role.localeCompare(b.role))).toEqual([
    { role: 'editor', sectionId },
    { role: 'moderator', sectionId: null },
  ]);
  for (const wrong of [
    [],
    [{ role: 'owner' }],
    [{ role: 'editor' }, { role: 'editor', sectionId: '' }],
    [{ role: 'editor', sectionId: 'gone' }],
    null,
  ]) {
    expect(await changeRoles(admin.actor, other.id, wrong)).toMatchObject({ code: 'invalid' });
  }
  const wanted = [{ role: 'admin' }];
  expect(await changeRoles(admin.actor, admin.id, wanted)).toMatchObject({ code: 'forbidden' });
  expect(await changeRoles(other.actor, admin.id, wanted)).toMatchObject({ code: 'forbidden' });
  expect(await changeRoles(admin.actor, 'nobody', wanted)).toMatchObject({ code: 'missing' });
  expect((await actorOf(other.sessionId)).grants).toHaveLength(2);
});

test('two accounts cannot have one address, whatever the case', async () => {
  const { email } = await person();
  const again = { name: 'Else', email: email.toUpperCase(), role: 'editor', password: PASSWORD };
  expect(await addPerson(system('test'), again)).toMatchObject({
    code: 'conflict',
    fields: { email: 'Somebody on the staff has this address already.' },
  });
});

test('who is no administrator adds and lists nobody', async () => {
  const { email } = await person('editor');
  const editor = (await staffOfSession((await signedIn(email)).sessionId)) as Actor;
  const input = { name: 'X', email: 'x@newsroom.example', role: 'admin', password: PASSWORD };
  expect(await addPerson(editor, input)).toMatchObject({ code: 'forbidden' });
  expect(await staffList(editor)).toMatchObject({ code: 'forbidden' });
});

test('the audit log tells who was added, without password or address', async () => {
  const { id, email } = await person();
  const [row] = await read.select().from(audit).where(eq(audit.thingId, id));
  expect(row).toMatchObject({ act: 'person.add', actor: 'system:test' });
  expect(JSON.stringify(row)).not.toContain(email);
  expect(JSON.stringify(row)).not.toContain(PASSWORD);
});
