import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { identities } from '#db/identity-schema.ts';
import { Address, indexUnder } from '#features/addresses/address.ts';
import { queueLetter } from '#features/addresses/letters.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { postComment } from '#features/comments/commands.ts';
import { VISITOR } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { keyFor, keyIn } from '#lib/keys.ts';
import { sealKeyFile } from '#lib/mailer-keys.ts';
import { mailerKeysElsewhere, publicKey } from '#lib/mailer-public.ts';
import { mailerStatus } from '#lib/mailer-status.ts';
import { MailerKeeper } from '#server/mailer/keeper.ts';
import { commenterOf, type Discussed, discussedStory, form } from '#tests/discussion.ts';
import { mailServer } from '#tests/mail-server.ts';
import { good } from '#tests/results.ts';

// A process that starts beside all others takes its time.
vi.setConfig({ testTimeout: 60_000 });

const MAILER = join(import.meta.dirname, '..', 'mailer.ts');

let story: Discussed;

beforeAll(async () => {
  story = await discussedStory();
});

/** The mailer as an operator starts it, and all that it says. */
function startMailer(...args: string[]) {
  const child = spawn(process.execPath, [MAILER, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code, said: said.trim() }));
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  onTestFinished(async () => void (await stop('SIGKILL')));
  return { ended, stop };
}

/** A comment that was posted, and a letter to whoever wrote it. */
async function letterTo(email: string): Promise<void> {
  const { commentId } = good(
    await postComment(VISITOR, form(story.storyId, { email }), { place: newId() }),
  );
  const identityId = await identityOf(await commenterOf(commentId));
  await identityTransaction((tx) =>
    queueLetter(tx, {
      kind: 'own-data',
      payload: {},
      to: { identityId: identityId ?? '' },
    }),
  );
}

test('the mailer alone sends what waits, is killed, and what came meanwhile is sent by the next', async () => {
  const server = await mailServer();
  await letterTo('first@example.com');
  const first = startMailer();
  await server.arrived(1);
  await first.stop('SIGKILL');

  await letterTo('second@example.com');
  expect(server.mails).toHaveLength(1);

  const second = startMailer();
  await server.arrived(2);
  await letterTo('third@example.com');
  await server.arrived(3);
  const { code, said } = await second.stop('SIGTERM');
  expect([code, said]).toEqual([0, '']);
  expect(server.mails.map((mail) => mail.to)).toEqual([
    'first@example.com',
    'second@example.com',
    'third@example.com',
  ]);
  expect(server.mails[0]?.text).toContain('holds about whoever comments');
});

describe('beside the site', () => {
  test('a mailer that dies is started again, and ends with the site', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => error.mockRestore());
    const server = await mailServer();
    const keeper = new MailerKeeper();
    onTestFinished(() => keeper.stop());
    keeper.start();
    await letterTo('before@example.com');
    await server.arrived(1);
    process.kill(mailerStatus()?.pid ?? 0, 'SIGKILL');
    await letterTo('after@example.com');
    await server.arrived(2);
    expect(error.mock.calls.flat().join()).toContain('The mailer ended (SIGKILL)');
    const pid = mailerStatus()?.pid ?? 0;
    await keeper.stop();
    expect(mailerStatus()).toBeNull();
    expect(() => process.kill(pid, 0)).toThrow();
  });
});

describe('the keys', () => {
  test('are made by the mailer’s process, and only their owner can read the private one', () => {
    expect(statSync(sealKeyFile(1)).mode & 0o777).toBe(0o600);
    expect(publicKey().version).toBe(1);
    const secret = readFileSync(sealKeyFile(1), 'utf8');
    expect(readFileSync(join(env().dataDir, 'keys', 'mailer-public'), 'utf8')).not.toContain(
      secret,
    );
  });

  test('that are not here are not made anew: what is sealed could never be opened', async () => {
    const away = `${sealKeyFile(1)}.away`;
    renameSync(sealKeyFile(1), away);
    onTestFinished(() => renameSync(away, sealKeyFile(1)));
    expect(mailerKeysElsewhere()).toBe(true);
    const { code, said } = await startMailer('--keys').ended;
    expect(code).toBe(1);
    expect(said).toContain('set MAILER_KEYS to the folder that has it');
    expect(existsSync(sealKeyFile(1))).toBe(false);
  });

  test('of a site from before the mailer was a process open what was sealed then', async () => {
    await letterTo('anybody@example.com');
    const server = await mailServer();
    const old = join(env().dataDir, 'keys', 'mailer-seed');
    keyIn(old);
    for (const file of [sealKeyFile(1), join(env().dataDir, 'keys', 'mailer-public')]) {
      renameSync(file, `${file}.away`);
      onTestFinished(() => renameSync(`${file}.away`, file));
    }
    await sodium.ready;
    const { publicKey: oldKey } = sodium.crypto_box_seed_keypair(keyIn(old));
    const padded = sodium.pad(Buffer.from('early@example.com'), 256);
    const address = Address.parse('early@example.com');
    if (!address) throw new Error('no address');
    const id = newId();
    await identityTransaction(async (tx) => {
      await tx.insert(identities).values({
        id,
        blindIndex: indexUnder(keyFor('identity-index-1'), address),
        indexKeyVersion: 1,
        sealed: Buffer.from(sodium.crypto_box_seal(padded, oldKey)),
        sealKeyVersion: 1,
        seenAt: now(),
      });
      await queueLetter(tx, {
        kind: 'own-data',
        payload: {},
        to: { identityId: id },
      });
    });
    const mailer = startMailer();
    await server.arrived(1);
    await mailer.stop('SIGTERM');
    expect(server.mails[0]?.to).toBe('early@example.com');
    expect(existsSync(old)).toBe(false);
    const [row] = await readIdentity().select().from(identities);
    expect(row?.underPersonKey).toBe(true);
    rmSync(sealKeyFile(1));
  });
});
