import { eq } from 'drizzle-orm';
import { generateSync } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import { recoveryCodes, secondFactors } from '#db/schema/people.ts';
import { audit, settings } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import {
  beginApp,
  finishApp,
  ownFactors,
  renewRecoveryCodes,
  resetSecondStep,
  takeOffApp,
} from '#features/people/factors.ts';
import { makeResetLink, resetPassword } from '#features/people/links.ts';
import { staffOfSession } from '#features/people/queries.ts';
import { signIn, signInWithCode } from '#features/people/signing-in.ts';
import { SECOND_STEP_ROLES } from '#features/site/queries.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';
import { actorOf, employed, PASSWORD, signedIn } from '#tests/staff.ts';

const HALF_MINUTE = 30_000;
let clock = holdClock();

beforeEach(() => {
  clock = holdClock();
});

const codeAt = (secret: string, moment = clock.at) =>
  generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) });

/** Somebody with an app: its secret and the recovery codes as they were shown. */
async function withApp(role = 'reporter') {
  const person = await employed(role);
  const app = good(await beginApp(person.actor, PASSWORD));
  const secret = app.secret.replaceAll(' ', '');
  const { codes } = good(await finishApp(person.actor, codeAt(secret), person.sessionId));
  clock.forward(HALF_MINUTE);
  return { ...person, secret, codes };
}

async function ticketOf(email: string, password = PASSWORD): Promise<string> {
  const asked = good(await signIn({ email, password }, { place: newId() }));
  if (asked.step !== 'code') throw new Error('no code is asked for');
  return asked.ticket;
}

async function enter(email: string, code: string, place = newId()) {
  return signInWithCode({ ticket: await ticketOf(email), code }, { place });
}

test('an app counts once its code was right, and then the password alone opens nothing', async () => {
  const { actor, email, sessionId } = await employed();
  const other = await signedIn(email);
  expect(await beginApp(actor, 'wrong')).toMatchObject({
    fields: { password: expect.stringMatching(/present password/) },
  });
  const app = good(await beginApp(actor, PASSWORD));
  const secret = app.secret.replaceAll(' ', '');
  expect(app.uri).toContain(`secret=${secret}`);
  await signedIn(email);
  const wrong = codeAt(secret) === '123456' ? '654321' : '123456';
  expect((await finishApp(actor, wrong, sessionId)).ok).toBe(false);
  expect((await ownFactors(actor)).app).toBe(false);

  const { codes } = good(await finishApp(actor, codeAt(secret), sessionId));
  expect(new Set(codes).size).toBe(10);
  expect(await ownFactors(actor)).toEqual({ password: true, app: true, codesLeft: 10 });
  expect(await staffOfSession(sessionId)).not.toBeNull();
  expect(await staffOfSession(other.sessionId)).toBeNull();
  await ticketOf(email);
});

test('a code is taken once, on a clock that is half a minute wrong, and no older one after it', async () => {
  const { email, secret } = await withApp();
  const now = clock.at;
  const before = codeAt(secret, new Date(now.getTime() - HALF_MINUTE));
  const after = codeAt(secret, new Date(now.getTime() + HALF_MINUTE));
  expect((await enter(email, codeAt(secret, new Date(now.getTime() + 2 * HALF_MINUTE)))).ok).toBe(
    false,
  );
  good(await enter(email, codeAt(secret)));
  expect((await enter(email, codeAt(secret))).ok).toBe(false);
  expect((await enter(email, before)).ok).toBe(false);
  good(await enter(email, after));
});

test('of two that come at once with one code, one gets in', async () => {
  const { email, secret } = await withApp();
  const code = codeAt(secret);
  const ticket = await ticketOf(email);
  const answers = await Promise.all(
    [1, 2].map(() => signInWithCode({ ticket, code }, { place: newId() })),
  );
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
});

test('the code that set the app up opens nothing a second time', async () => {
  const person = await employed();
  const secret = good(await beginApp(person.actor, PASSWORD)).secret.replaceAll(' ', '');
  good(await finishApp(person.actor, codeAt(secret), person.sessionId));
  expect((await enter(person.email, codeAt(secret))).ok).toBe(false);
});

test('a ticket is good for five minutes, for its person, and for one session', async () => {
  const { email, secret } = await withApp();
  const ticket = await ticketOf(email);
  good(await signInWithCode({ ticket, code: codeAt(secret) }, { place: newId() }));
  clock.forward(HALF_MINUTE);
  const again = { ticket, code: codeAt(secret) };
  expect(await signInWithCode(again, { place: newId() })).toMatchObject({ code: 'missing' });
  const late = await ticketOf(email);
  clock.forward(5 * 60_000);
  const tooLate = { ticket: late, code: codeAt(secret) };
  expect(await signInWithCode(tooLate, { place: newId() })).toMatchObject({ code: 'missing' });
  const other = await withApp();
  expect((await enter(other.email, codeAt(secret))).ok).toBe(false);
});

test('guessing codes is limited from one place, and from everywhere', async () => {
  const { email, secret } = await withApp();
  for (let n = 0; n < 5; n += 1) await enter(email, '000000', 'one place');
  expect(await enter(email, codeAt(secret), 'one place')).toMatchObject({ code: 'limited' });
  for (let n = 0; n < 15; n += 1) await enter(email, '000000');
  expect(await enter(email, codeAt(secret))).toMatchObject({ code: 'limited' });
}, 60_000);

test('each recovery code opens once, however it is typed, and new ones end the old', async () => {
  const { email, codes, actor } = await withApp();
  const [first = '', second = '', third = ''] = codes;
  good(await enter(email, first));
  expect((await enter(email, first)).ok).toBe(false);
  good(await enter(email, ` ${second.replaceAll('-', '').toUpperCase()} `));
  expect(await ownFactors(actor)).toMatchObject({ codesLeft: 8 });
  const renewed = good(await renewRecoveryCodes(actor, PASSWORD));
  expect((await enter(email, third)).ok).toBe(false);
  good(await enter(email, renewed.codes[0] ?? ''));
  expect((await enter((await withApp()).email, renewed.codes[1] ?? '')).ok).toBe(false);
});

test('a new password by a link does not get around the second step', async () => {
  const { id, email } = await withApp();
  const { token } = good(await makeResetLink(system('test'), id, 'show'));
  good(await resetPassword({ token, password: 'another long pass phrase' }));
  await ticketOf(email, 'another long pass phrase');
});

test('an account that is closed between password and code does not open', async () => {
  const { id, email, secret } = await withApp();
  const ticket = await ticketOf(email);
  good(await deactivate(system('test'), id));
  expect((await signInWithCode({ ticket, code: codeAt(secret) }, { place: newId() })).ok).toBe(
    false,
  );
});

test('the app is taken off by its owner with the password, or by an administrator', async () => {
  const one = await withApp();
  expect((await takeOffApp(one.actor, 'wrong')).ok).toBe(false);
  good(await takeOffApp(one.actor, PASSWORD));
  await signedIn(one.email);

  const other = await withApp();
  const editor = await employed('editor');
  expect(await resetSecondStep(editor.actor, other.id)).toMatchObject({ code: 'forbidden' });
  const admin = await employed('admin');
  expect(await resetSecondStep(admin.actor, admin.id)).toMatchObject({ code: 'forbidden' });
  good(await resetSecondStep(admin.actor, other.id));
  expect(await staffOfSession(other.sessionId)).toBeNull();
  await signedIn(other.email);
  const left = await read.select().from(recoveryCodes).where(eq(recoveryCodes.personId, other.id));
  expect(left).toEqual([]);
});

test('where a role asks for it, a session by password alone may do nothing until there is an app', async () => {
  const editor = await employed('editor');
  const reporter = await employed('reporter');
  await transaction(async (tx) => {
    await tx.insert(settings).values({ key: SECOND_STEP_ROLES, value: ['admin', 'editor'] });
  });
  try {
    expect(await staffOfSession(reporter.sessionId)).not.toHaveProperty('owesSecondStep');
    const owing = await actorOf(editor.sessionId);
    expect(owing).toMatchObject({ grants: [], owesSecondStep: true });
    const secret = good(await beginApp(owing, PASSWORD)).secret.replaceAll(' ', '');
    good(await finishApp(owing, codeAt(secret), editor.sessionId));
    expect((await actorOf(editor.sessionId)).grants).toHaveLength(1);
    good(await takeOffApp(owing, PASSWORD));
    expect((await actorOf(editor.sessionId)).grants).toEqual([]);
  } finally {
    await transaction(async (tx) => {
      await tx.delete(settings).where(eq(settings.key, SECOND_STEP_ROLES));
    });
  }
});

test('neither the database nor the audit log shows a secret or a code', async () => {
  const { id, secret, codes } = await withApp();
  const [row] = await read.select().from(secondFactors).where(eq(secondFactors.personId, id));
  const kept = JSON.stringify([
    row?.secret.toString('latin1'),
    await read.select().from(recoveryCodes),
    await read.select().from(audit),
  ]);
  for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) {
    expect(kept).not.toContain(text);
  }
});
