import { beforeEach, expect, test } from 'vitest';
import { system, VISITOR } from '#features/people/actor.ts';
import { deviceName } from '#features/people/device.ts';
import { ownSessions, staffOfSession } from '#features/people/queries.ts';
import { endOtherSessions, endSession, noteSeen, signIn } from '#features/people/signing-in.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { good } from '#tests/results.ts';
import { employed, PASSWORD, signedIn } from '#tests/staff.ts';

let clock = holdClock('2026-11-23T09:20:00.000Z');

beforeEach(() => {
  clock = holdClock('2026-11-23T09:20:00.000Z');
});

test('somebody sees where they are signed in, to the hour, and no secret of it', async () => {
  const { actor, email, sessionId } = await employed();
  clock.forward(5 * 3_600_000);
  const from = { place: newId(), device: 'Firefox on Linux' };
  const other = good(await signIn({ email, password: PASSWORD }, from));
  const list = await ownSessions(actor, sessionId);
  expect(list).toMatchObject([
    { device: 'Firefox on Linux', here: false, seen: new Date('2026-11-23T14:00:00.000Z') },
    { device: 'Unknown device', here: true, seen: new Date('2026-11-23T09:00:00.000Z') },
  ]);
  expect(JSON.stringify(list)).not.toContain(sessionId);
  expect(JSON.stringify(list)).not.toContain(other.step === 'open' ? other.sessionId : 'none');
  clock.forward(3_600_000);
  await noteSeen(sessionId);
  expect((await ownSessions(actor, sessionId))[0]).toMatchObject({
    here: true,
    seen: new Date('2026-11-23T15:00:00.000Z'),
  });
});

test('one session is ended by its owner, and by nobody else', async () => {
  const { actor, email, sessionId } = await employed();
  const lost = await signedIn(email);
  const [key = ''] = (await ownSessions(actor, sessionId))
    .filter((session) => !session.here)
    .map((session) => session.key);
  const stranger = await employed('admin');
  expect(await endSession(stranger.actor, key)).toMatchObject({ code: 'missing' });
  expect(await endSession(VISITOR, key)).toMatchObject({ code: 'forbidden' });
  expect(await endSession(system('test'), key)).toMatchObject({ code: 'forbidden' });
  expect(await staffOfSession(lost.sessionId)).not.toBeNull();
  good(await endSession(actor, key));
  expect(await staffOfSession(lost.sessionId)).toBeNull();
  expect(await staffOfSession(sessionId)).not.toBeNull();
  expect(await endSession(actor, key)).toMatchObject({ code: 'missing' });
});

test('all others end at once, and only the own ones', async () => {
  const { actor, email, sessionId } = await employed();
  const colleague = await employed();
  const others = [await signedIn(email), await signedIn(email)];
  expect(good(await endOtherSessions(actor, sessionId)).ended).toBe(2);
  for (const other of others) expect(await staffOfSession(other.sessionId)).toBeNull();
  expect(await staffOfSession(sessionId)).not.toBeNull();
  expect(await staffOfSession(colleague.sessionId)).not.toBeNull();
  expect(await ownSessions(actor, sessionId)).toHaveLength(1);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.5.0', 'Unknown device'],
  ['', 'Unknown device'],
])('a device is called what its owner calls it: %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name);
});
