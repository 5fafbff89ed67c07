import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { identities, letters } from '#db/identity-schema.ts';
import { personKeysTransaction, readPersonKeys } from '#db/person-keys.ts';
import { erasures, personKeys } from '#db/person-keys-schema.ts';
import { people } from '#db/schema/people.ts';
import { closeStores, read, transaction } from '#db/store.ts';
import { eraseIdentity } from '#features/addresses/erasing.ts';
import type { Letters } from '#features/addresses/letter-kinds.ts';
import { queueLetter } from '#features/addresses/letters.ts';
import { sendDue } from '#features/addresses/mailing.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { storyComments } from '#features/comments/queries.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { backUp } from '#scripts/backup/backup.ts';
import { restore } from '#scripts/backup/restore.ts';
import { Canary } from '#tests/canary.ts';
import { commenterOf, type Discussed, discussedStory, shown } from '#tests/discussion.ts';
import { holdClock } from '#tests/fixtures.ts';
import { mailServer } from '#tests/mail-server.ts';

let story: Discussed;
let place: string;
let clock: ReturnType<typeof holdClock>;

const WRITERS: Partial<Letters> = {
  'comment-decided': async () => ({
    from: 'The Dateline',
    subject: 'Decided',
    text: 'It was.',
    html: { markup: '<p>It was.</p>' },
  }),
};

beforeEach(async () => {
  clock = holdClock();
  story = await discussedStory();
  place = mkdtempSync(join(inject('workplace'), 'backups-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
});

/** A commenter whose comment is shown; what is known of them in the store of addresses. */
async function commenter(email: string): Promise<string> {
  const { commentId } = await shown(story.storyId, { email });
  const id = await identityOf(await commenterOf(commentId));
  if (!id) throw new Error('no identity');
  return id;
}

/** Where a letter to this identity goes; undefined if to nobody. */
async function mailedTo(identityId: string): Promise<string | undefined> {
  const server = await mailServer();
  await identityTransaction(async (tx) => {
    await tx.delete(letters);
    await queueLetter(tx, {
      kind: 'comment-decided',
      payload: { commentId: newId() },
      to: { identityId },
    });
  });
  await sendDue(WRITERS, () => undefined);
  return server.mails[0]?.to;
}

/** Another machine: nothing is there but what `restore` brings. */
async function onAnotherMachine(): Promise<void> {
  const before = process.env.DATA_DIR ?? '';
  await closeStores();
  process.env.DATA_DIR = mkdtempSync(join(inject('workplace'), 'machine-'));
  onTestFinished(async () => {
    await closeStores();
    process.env.DATA_DIR = before;
  });
}

describe('a backup taken before an erasure', () => {
  test('brings back the site, and not the address of who was erased', async () => {
    const [anna, lena] = [await commenter('anna@example.com'), await commenter('lena@example.com')];
    const { folder } = await backUp(place);
    await eraseIdentity({ identityId: anna, texts: 'kept' });
    const after = (await storyComments(story.storyId, 1))?.comments;

    const report = await restore(folder, { replace: true });
    expect(report).toMatchObject({ keys: 'here', erased: 1 });
    expect((await storyComments(story.storyId, 1))?.comments).toBe(after);
    const rows = await readIdentity().select().from(identities);
    expect(rows.map((row) => row.id)).not.toContain(anna);
    expect(await mailedTo(anna)).toBeUndefined();
    expect(await mailedTo(lena)).toBe('lena@example.com');
  });

  test('does not even where the copy of the keys was taken before it as well', async () => {
    const anna = await commenter('anna.two@example.com');
    const { folder, apart } = await backUp(place);
    const oldKeys = join(place, 'kept-against-the-rule');
    cpSync(apart, oldKeys, { recursive: true });
    await eraseIdentity({ identityId: anna, texts: 'kept' });
    const report = await restore(folder, { apart: oldKeys, replace: true });
    expect(report.keys).toBe('here');
    const keys = await readPersonKeys()
      .select()
      .from(personKeys)
      .where(eq(personKeys.identityId, anna));
    expect(keys).toEqual([]);
    expect(await mailedTo(anna)).toBeUndefined();
  });

  test('does not on another machine, with the newest copy of the keys', async () => {
    const anna = await commenter('anna.three@example.com');
    const lena = await commenter('lena.three@example.com');
    const { folder } = await backUp(place);
    await eraseIdentity({ identityId: anna, texts: 'kept' });
    clock.forward(60_000);
    await backUp(place);
    await onAnotherMachine();
    await emptied();
    const report = await restore(folder);
    expect(report).toMatchObject({ keys: 'apart', erased: 1 });
    expect(await mailedTo(anna)).toBeUndefined();
    expect(await mailedTo(lena)).toBe('lena.three@example.com');
    expect(readFileSync(join(env().dataDir, 'erasures'), 'utf8')).toContain(anna);
  });
});

/** As a new database is, where `restore` needs no `--replace`. */
async function emptied(): Promise<void> {
  await transaction((tx) => tx.delete(people).then(() => undefined));
  await personKeysTransaction(async (tx) => {
    await tx.delete(personKeys);
    await tx.delete(erasures);
  });
  await identityTransaction((tx) => tx.delete(letters).then(() => undefined));
}

test('no byte of a backup says an address, nor do the keys that are kept apart', async () => {
  await commenter('Canary.Zq7vKd0x@Marked-Example.org');
  await backUp(place);
  const canary = new Canary('Canary.Zq7vKd0x@Marked-Example.org');
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map((entry) => entry.name)).toContain('manifest.json');
  for (const entry of files) {
    const found = canary.find(readFileSync(join(entry.parentPath, entry.name)));
    expect([entry.name, found]).toEqual([entry.name, []]);
  }
});

test('an ordinary backup has neither the keys of persons nor any other', async () => {
  await commenter('ordinary@example.com');
  const { folder } = await backUp(place);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(names.join()).not.toMatch(/person-keys|keys|seal|erasures/);
});

test('only the newest copy of the keys is kept', async () => {
  const anna = await commenter('newest@example.com');
  const { apart } = await backUp(place);
  await eraseIdentity({ identityId: anna, texts: 'kept' });
  clock.forward(60_000);
  await backUp(place);
  const folders = readdirSync(place).filter((name) => name.startsWith('apart'));
  expect(folders).toEqual(['apart']);
  expect(readFileSync(join(apart, 'erasures'), 'utf8')).toContain(anna);
});

test('a backup of which a byte has changed is refused, and nothing is touched', async () => {
  const { folder } = await backUp(place);
  const [name = ''] = readdirSync(folder).filter((one) => one.startsWith('identity'));
  writeFileSync(join(folder, name), 'x', { flag: 'a' });
  await expect(restore(folder, { replace: true })).rejects.toThrow(/is damaged/);
  expect((await storyComments(story.storyId, 1))?.comments).toBe(0);
});

test('what is here is not overwritten unless that was said', async () => {
  const { folder } = await backUp(place);
  await transaction((tx) =>
    tx
      .insert(people)
      .values({
        id: newId(),
        name: 'Somebody',
        email: `${newId()}@example.com`,
        createdAt: clock.at,
      })
      .then(() => undefined),
  );
  await expect(restore(folder)).rejects.toThrow(/--replace/);
  expect(await read.select().from(people)).not.toEqual([]);
});

test('a folder that is no backup is refused', async () => {
  await expect(restore(place)).rejects.toThrow(/is not a backup/);
});

test('a place that cannot be written to is refused, and nothing is left there', async () => {
  const file = join(place, 'a-file');
  writeFileSync(file, '');
  await expect(backUp(join(file, 'backups'))).rejects.toThrow(/cannot be written to/);
  await expect(backUp(place, join(file, 'apart'))).rejects.toThrow(/cannot be written to/);
  expect(readdirSync(place).filter((name) => /unfinished|apart/.test(name))).toEqual([]);
});

test('a site that nobody has commented on yet can be copied', async () => {
  await onAnotherMachine();
  const { folder, mailerKey } = await backUp(place);
  expect(mailerKey).toBe(false);
  expect(readdirSync(folder)).toContain('manifest.json');
});
