import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { identityTransaction } from '#db/identity.ts';
import { letters } from '#db/identity-schema.ts';
import { queueLetter } from '#features/addresses/letters.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { publicKey } from '#lib/mailer-public.ts';
import { sayThatItRuns, sayThatItStopped } from '#lib/mailer-status.ts';
import { backUp } from '#scripts/backup/backup.ts';
import { type Check, examine } from '#scripts/doctor/checks.ts';
import { holdClock } from '#tests/fixtures.ts';

let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  publicKey();
  chmodSync(env().dataDir, 0o700);
  await identityTransaction((tx) => tx.delete(letters).then(() => undefined));
});

async function about(what: string): Promise<Check[]> {
  return (await examine()).filter((check) => check.about === what);
}

async function stateOf(what: string): Promise<Check['state'] | undefined> {
  return (await about(what))[0]?.state;
}

describe('the mailer’s key', () => {
  test('that this user can read is no protection, and that is said', async () => {
    const [check] = await about('the mailer’s key');
    expect(check).toMatchObject({ state: 'weak' });
    expect(check?.says).toContain('can be read by this user');
  });

  test('that only a running mailer has is one; without a mailer it may be lost', async () => {
    process.env.MAILER_KEYS = join(inject('workplace'), 'somebody-else');
    onTestFinished(() => {
      delete process.env.MAILER_KEYS;
      sayThatItStopped();
    });
    expect(await stateOf('the mailer’s key')).toBe('note');
    sayThatItRuns();
    expect(await stateOf('the mailer’s key')).toBe('strong');
  });

  test('from before the mailer was a process is told of', async () => {
    const old = join(env().dataDir, 'keys', 'mailer-seed');
    writeFileSync(old, '');
    onTestFinished(() => rmSync(old));
    expect((await about('the mailer’s key'))[0]?.says).toContain('beside the site’s own keys');
  });
});

test('a mailer that does not run, or died without a word, does not work', async () => {
  expect(await stateOf('the mailer')).toBe('broken');
  sayThatItRuns();
  onTestFinished(sayThatItStopped);
  expect(await stateOf('the mailer')).toBe('note');
  // No process has this id: the last one that may be given is far below.
  writeFileSync(join(env().dataDir, 'mailer-status'), '{"pid":2147483646,"uid":0}');
  onTestFinished(() => rmSync(join(env().dataDir, 'mailer-status')));
  expect(await stateOf('the mailer')).toBe('broken');
});

test('files that everybody on the machine can read are named', async () => {
  expect(await stateOf('files')).toBe('strong');
  const open = join(env().dataDir, 'open-to-all');
  writeFileSync(open, '');
  chmodSync(open, 0o644);
  onTestFinished(() => rmSync(open));
  expect(await stateOf('files')).toBe('strong');
  chmodSync(env().dataDir, 0o755);
  const [check] = await about('files');
  expect(check?.state).toBe('weak');
  expect(check?.says).toContain('open-to-all');
});

test('mails that lie in the outbox with their addresses are counted', async () => {
  expect(await stateOf('mail')).toBe('weak');
  expect(await about('outbox')).toEqual([]);
  const outbox = join(env().dataDir, 'outbox');
  mkdirSync(outbox);
  writeFileSync(join(outbox, 'one.eml'), '');
  onTestFinished(() => rmSync(outbox, { recursive: true }));
  expect((await about('outbox'))[0]?.says).toContain('1 mail lies');
});

test('letters that should have been sent are a fault, those that may wait are none', async () => {
  await identityTransaction((tx) =>
    queueLetter(tx, {
      kind: 'comment-decided',
      payload: { commentId: newId() },
      to: { identityId: newId() },
    }),
  );
  const states = async () => (await about('letters')).map((check) => check.state);
  expect(await states()).toEqual(['note']);
  clock.forward(11 * 60_000);
  expect(await states()).toEqual(['note', 'broken']);
});

test('keys that lie with the backups are no protection, and neither are old backups', async () => {
  expect(await stateOf('backups')).toBe('weak');
  const place = mkdtempSync(join(inject('workplace'), 'backups-'));
  await backUp(join(place, 'backups'));
  expect((await about('backups'))[0]?.says).toContain('lie with the backups');
  clock.forward(1_000);
  await backUp(join(place, 'backups'), join(place, 'elsewhere'));
  expect(await stateOf('backups')).toBe('strong');
  clock.forward(9 * 24 * 3_600_000);
  expect(await stateOf('backups')).toBe('weak');
});

test('the roles of the database are told as the database has them', async () => {
  const states = (await about('database roles')).map((check) => check.state);
  // The tests connect as a superuser, whom nothing is kept from.
  expect(states).toEqual(dialect() === 'postgres' ? ['weak', 'weak'] : ['note']);
});
