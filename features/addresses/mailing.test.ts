import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { identities, letters } from '#db/identity-schema.ts';
import { personKeysTransaction } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { Address } from '#features/addresses/address.ts';
import { commenterFor } from '#features/addresses/commands.ts';
import { healthOfAddresses } from '#features/addresses/health.ts';
import { sweepLetters } from '#features/addresses/jobs.ts';
import type { Letters, OpenedLetter } from '#features/addresses/letter-kinds.ts';
import { type NewLetter, queueLetter, sealTyped } from '#features/addresses/letters.ts';
import { sendDue } from '#features/addresses/mailing.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { mailServer } from '#tests/mail-server.ts';

const HOUR = 3_600_000;

let clock: ReturnType<typeof holdClock>;
let asked: OpenedLetter[];
let said: string[];

const WRITERS: Partial<Letters> = {
  'comment-decided': async (letter) => {
    asked.push(letter);
    return {
      from: 'The Dateline',
      subject: `About ${letter.payload.commentId}`,
      text: 'It was decided.',
      html: { markup: '<p>It was decided.</p>' },
    };
  },
};

beforeEach(async () => {
  clock = holdClock();
  asked = [];
  said = [];
  await identityTransaction((tx) => tx.delete(letters).then(() => undefined));
});

function address(typed: string): Address {
  const parsed = Address.parse(typed);
  if (!parsed) throw new Error('no address');
  return parsed;
}

async function known(email: string): Promise<string> {
  const id = await identityOf(await commenterFor(address(email), newId()));
  if (!id) throw new Error('no identity');
  return id;
}

async function queued(
  to: NewLetter['to'],
  more: Pick<NewLetter, 'id' | 'dueAt' | 'first' | 'until'> = {},
): Promise<string> {
  const id = more.id ?? newId();
  await identityTransaction((tx) =>
    queueLetter(tx, { kind: 'comment-decided', payload: { commentId: id }, to, ...more, id }),
  );
  return id;
}

async function letter(id: string) {
  const [row] = await readIdentity().select().from(letters).where(eq(letters.id, id));
  return row;
}

/** Sends what is due; what a mailer would print is remembered. */
function send(): Promise<number> {
  return sendDue(WRITERS, (sentence) => said.push(sentence));
}

test('what somebody sits and waits for does not stand behind a flood of other letters', async () => {
  await mailServer();
  const to = { identityId: await known('anna@example.com') };
  const flood = [await queued(to), await queued(to)];
  clock.forward(60_000);
  const awaited = await queued(to, { first: true });
  expect((await healthOfAddresses()).letters).toMatchObject({ waiting: 3, overdue: 0 });
  expect(await sendDue(WRITERS, () => undefined, 1)).toBe(1);
  expect(asked.map((one) => one.id)).toEqual([awaited]);
  expect(await send()).toBe(2);
  expect(new Set(asked.slice(1).map((one) => one.id))).toEqual(new Set(flood));
});

test('a letter to a commenter reaches the address that was typed, once', async () => {
  const server = await mailServer();
  const id = await queued({ identityId: await known('Anna.Reads@Example.com') });
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  expect(server.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['anna.reads@example.com', `About ${id}`],
  ]);
  expect(await letter(id)).toMatchObject({ state: 'done', payload: {}, sealed: null });
});

test('a letter that is queued twice under one id is one', async () => {
  const server = await mailServer();
  const identityId = await known('twice@example.com');
  const id = await queued({ identityId });
  await queued({ identityId }, { id });
  await send();
  expect(server.mails).toHaveLength(1);
});

test('of a typed address only the mailer learns whether it is known; the rows are alike', async () => {
  const server = await mailServer();
  const identityId = await known('known@example.com');
  const ids = [
    await queued(await sealTyped(address('known@example.com'))),
    await queued(await sealTyped(address('stranger@elsewhere.example'))),
  ];
  const before = await Promise.all(ids.map(letter));
  expect(before[0]?.sealed?.length).toBe(before[1]?.sealed?.length);
  await send();
  expect(new Set(asked.map((one) => one.identityId))).toEqual(new Set([identityId, null]));
  expect(server.mails).toHaveLength(2);
  const strip = (row: typeof letters.$inferSelect | undefined) => ({ ...row, id: '' });
  const [one, other] = await Promise.all(ids.map(letter));
  expect(strip(one)).toEqual(strip(other));
});

describe('when the mail server refuses', () => {
  test('the letter waits longer each time, is given up after its time, and no log has the address', async () => {
    const server = await mailServer();
    server.refuse(true);
    const id = await queued({ identityId: await known('refused@example.com') });
    const waits: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      expect(await send()).toBe(0);
      const due = (await letter(id))?.dueAt.getTime() ?? 0;
      waits.push((due - now().getTime()) / 60_000);
      clock.forward(due - now().getTime());
    }
    expect(waits).toEqual([2, 4, 8, 16]);
    expect(said.join()).toContain('was not sent, and will be tried again');
    expect(said.join()).not.toMatch(/refused|example\.com/);
    clock.forward(6 * 24 * HOUR);
    await send();
    expect(await letter(id)).toMatchObject({ state: 'given up', payload: {}, sealed: null });
  });

  test('others are not held up, and it goes once the server takes it', async () => {
    const server = await mailServer();
    server.refuse(true);
    await queued({ identityId: await known('first@example.com') });
    await send();
    server.refuse(false);
    await queued({ identityId: await known('second@example.com') });
    await send();
    expect(server.mails.map((mail) => mail.to)).toEqual(['second@example.com']);
    clock.forward(HOUR);
    await send();
    expect(server.mails.map((mail) => mail.to)).toContain('first@example.com');
  });
});

test('without the key of a person nothing opens, and nothing is said of it', async () => {
  const server = await mailServer();
  const identityId = await known('keyless@example.com');
  await personKeysTransaction((tx) =>
    tx
      .delete(personKeys)
      .where(eq(personKeys.identityId, identityId))
      .then(() => undefined),
  );
  const id = await queued({ identityId });
  await send();
  expect(server.mails).toEqual([]);
  expect(said).toEqual([]);
  expect((await letter(id))?.state).toBe('done');
});

test('one person’s key opens no other person’s address', async () => {
  const server = await mailServer();
  const [one, other] = [await known('one@example.com'), await known('other@example.com')];
  const [row] = await readIdentity().select().from(identities).where(eq(identities.id, one));
  await identityTransaction((tx) =>
    tx
      .update(identities)
      .set({ sealed: row?.sealed ?? null })
      .where(eq(identities.id, other))
      .then(() => undefined),
  );
  await queued({ identityId: other });
  await send();
  expect(server.mails).toEqual([]);
  expect(said.join()).not.toContain('example.com');
});

test('what was sent is forgotten after a while, and what waits is not', async () => {
  await mailServer();
  const identityId = await known('old@example.com');
  const old = await queued({ identityId });
  await send();
  const later = await queued({ identityId }, { dueAt: new Date(now().getTime() + 100 * HOUR) });
  clock.forward(HOUR);
  await sweepLetters(now());
  expect(await letter(old)).toBeUndefined();
  expect(await letter(later)).toBeDefined();
});
