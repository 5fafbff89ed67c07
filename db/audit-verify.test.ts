import { execFile } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { and, asc, desc, eq, gte } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordAudit } from '#db/audit.ts';
import { verifyAudit } from '#db/audit-verify.ts';
import { audit } from '#db/schema/site.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { env } from '#lib/env.ts';
import { forget } from '#lib/singleton.ts';
import { holdClock } from '#tests/fixtures.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROWS = 12;
const headFile = () => join(env().dataDir, 'audit-head');

async function write(count: number): Promise<void> {
  await transaction(async (tx) => {
    for (let n = 1; n <= count; n += 1) {
      const entry = { actor: 'staff:ann', act: 'story.save', noun: 'story', thingId: `story ${n}` };
      await recordAudit(tx, { ...entry, payload: { note: `note ${n}` } });
    }
  });
}

beforeEach(async () => {
  holdClock();
  await write(ROWS);
});

afterEach(async () => {
  await transaction(async (tx) => {
    await tx.delete(audit);
  });
  rmSync(headFile(), { force: true });
});

function change(set: Partial<typeof audit.$inferInsert>, position: number) {
  return transaction(async (tx) => {
    await tx.update(audit).set(set).where(eq(audit.position, position));
  });
}

function remove(...positions: number[]) {
  return transaction(async (tx) => {
    for (const position of positions) await tx.delete(audit).where(eq(audit.position, position));
  });
}

/** Gives the rows from `from` on other positions, one by one so that none is taken twice. */
async function renumber(tx: Tx, from: number, by: number): Promise<void> {
  const rows = await tx
    .select({ position: audit.position })
    .from(audit)
    .where(gte(audit.position, from))
    .orderBy(by > 0 ? desc(audit.position) : asc(audit.position));
  for (const { position } of rows) {
    await tx
      .update(audit)
      .set({ position: position + by })
      .where(eq(audit.position, position));
  }
}

async function rowAt(position: number) {
  const [row] = await read.select().from(audit).where(eq(audit.position, position));
  if (!row) throw new Error(`no row ${position}`);
  return row;
}

async function insert(position: number): Promise<void> {
  const forged = { ...(await rowAt(1)), position, thingId: 'forged' };
  await transaction(async (tx) => {
    await tx.insert(audit).values(forged);
  });
}

async function found(batch?: number): Promise<string[]> {
  const { damage, ok } = await verifyAudit(batch);
  expect(ok).toBe(damage.length === 0);
  return damage.map(({ kind, position, last }) =>
    last > position ? `${kind} ${position}-${last}` : `${kind} ${position}`,
  );
}

test('a log that nobody touched is proved, however it is cut into batches', async () => {
  for (const batch of [1, 5, ROWS, ROWS + 1, 100]) {
    expect(await verifyAudit(batch)).toEqual({
      ok: true,
      rows: ROWS,
      complete: true,
      erased: 0,
      damage: [],
    });
  }
});

const FIELDS = {
  at: new Date(0),
  actor: 'staff:bob',
  act: 'story.publish',
  noun: 'picture',
  thingId: 'story 99',
  payloadDigest: 'f'.repeat(64),
  digest: 'e'.repeat(64),
} as const;

for (const [field, value] of Object.entries(FIELDS)) {
  test(`a row whose ${field} was changed is named, wherever it stands`, async () => {
    for (const position of [1, 2, 7, ROWS]) {
      const before = await rowAt(position);
      await change({ [field]: value }, position);
      const changed = `changed ${position}`;
      // The details are then not those that the row speaks of either.
      const expected = field === 'payloadDigest' ? [`payload ${position}`, changed] : [changed];
      expect(await found(3)).toEqual(expected);
      await change(before, position);
      expect(await found()).toEqual([]);
    }
  });
}

test('of two changed rows both are named, also side by side', async () => {
  await change({ actor: 'staff:bob' }, 3);
  await change({ actor: 'staff:bob' }, 8);
  expect(await found(3)).toEqual(['changed 3', 'changed 8']);
  await change({ actor: 'staff:bob' }, 4);
  expect(await found(3)).toEqual(['changed 3', 'unproved 4', 'changed 8']);
});

test('a row that was written anew, digest and all, is named, and what hangs on it', async () => {
  await change({ actor: 'staff:bob', digest: 'd'.repeat(64) }, 5);
  expect(await found()).toEqual(['changed 5', 'unproved 6']);
});

test('removed rows are named, first ones and last ones too', async () => {
  await remove(1, 5, 6, 7, ROWS);
  expect(await found(3)).toEqual(['removed 1', 'removed 5-7', `cut off ${ROWS}`]);
});

test('a row that was removed is noticed although the later ones were numbered anew', async () => {
  await remove(4);
  await transaction((tx) => renumber(tx, 5, -1));
  expect(await found(3)).toEqual(['removed 4']);
});

test('a row that was put in between is named, and the others are not', async () => {
  await transaction((tx) => renumber(tx, 5, 1));
  await insert(5);
  expect(await found(3)).toEqual(['inserted 5']);
});

test('rows that were put before the first, or after the last, are named', async () => {
  await insert(0);
  await insert(ROWS + 1);
  await insert(ROWS + 2);
  expect(await found(3)).toEqual(['inserted 0', `inserted ${ROWS + 1}`, `inserted ${ROWS + 2}`]);
});

test('an end that was cut off is noticed, all of the log too', async () => {
  await remove(ROWS - 1, ROWS);
  expect(await found()).toEqual([`cut off ${ROWS - 1}-${ROWS}`]);
  await transaction(async (tx) => {
    await tx.delete(audit);
  });
  expect(await found()).toEqual([`cut off 1-${ROWS}`]);
});

test('without the head outside of the database, an end may be missing, and that is said', async () => {
  renameSync(headFile(), `${headFile()}.away`);
  expect(await found()).toEqual([`no head ${ROWS}`]);
  writeFileSync(headFile(), 'nonsense');
  expect(await found()).toEqual([`no head ${ROWS}`]);
  renameSync(`${headFile()}.away`, headFile());
  expect(await found()).toEqual([]);
});

test('a log that was written anew with the stolen key is not the one whose head is kept', async () => {
  const head = readFileSync(headFile());
  await transaction(async (tx) => {
    await tx.delete(audit);
  });
  await write(ROWS);
  writeFileSync(headFile(), head);
  expect(await found()).toEqual([`changed ${ROWS}`]);
});

test('details that were changed are noticed, and details that were erased break nothing', async () => {
  await change({ payload: '{"note":"other"}' }, 3);
  expect(await found()).toEqual(['payload 3']);
  await change({ payload: null }, 3);
  await change({ payload: null }, 4);
  expect(await verifyAudit()).toMatchObject({ ok: true, erased: 2, damage: [] });
});

test('a row that was committed a moment before its head was kept is no damage', async () => {
  const head = readFileSync(headFile());
  await write(1);
  writeFileSync(headFile(), head);
  expect(await found()).toEqual([]);
});

test('beyond help, it stops and says so', async () => {
  await write(300);
  await transaction(async (tx) => {
    await tx
      .update(audit)
      .set({ payload: '{}' })
      .where(and(gte(audit.position, 1)));
  });
  expect(await verifyAudit(50)).toMatchObject({ ok: false, complete: false, rows: 100 });
});

async function dateline(...args: string[]) {
  const run = promisify(execFile)(process.execPath, ['scripts/dateline.ts', ...args]);
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}

test('the command line says it in a sentence and in its exit code', async () => {
  expect(await dateline('verify')).toEqual({
    code: 0,
    said: `The ${ROWS} rows of the audit log are as they were written.\n`,
  });
  await remove(4, 5);
  await change({ actor: 'staff:bob' }, 9);
  const damaged = await dateline('verify');
  expect(damaged.code).toBe(1);
  expect(damaged.said).toContain('Rows 4 to 5 were removed.\nRow 9 was changed.\n');
  const json = await dateline('verify', '--json');
  expect(json.code).toBe(1);
  expect(JSON.parse(json.said)).toMatchObject({
    ok: false,
    rows: ROWS - 2,
    damage: [
      { kind: 'removed', position: 4, last: 5, says: 'Rows 4 to 5 were removed.' },
      { kind: 'changed', position: 9, last: 9, says: 'Row 9 was changed.' },
    ],
  });
  expect((await dateline('verify', '--loud')).code).toBe(2);
});

test('without its key the log cannot be proved, and no other key is made for it', async () => {
  const file = join(env().dataDir, 'keys', 'audit');
  renameSync(file, `${file}.away`);
  forget('keys');
  const answer = await dateline('verify');
  expect([answer.code, answer.said]).toEqual([
    1,
    'The key of the audit log (DATA_DIR/keys/audit) is not there: restore it from a backup.\n',
  ]);
  renameSync(`${file}.away`, file);
  expect(await found()).toEqual([]);
});
