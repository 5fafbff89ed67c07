import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { openPostgres } from '#db/internal/postgres.ts';
import { openSqlite } from '#db/internal/sqlite.ts';
import { settings } from '#db/schema/site.ts';
import { type Engine, openStore, Store } from '#db/store.ts';
import { OperatorError } from '#lib/errors.ts';
import { emptyDatabase } from '#tests/databases.ts';

/** Opens as every start does. */
async function openAndRead(open: () => Engine): Promise<void> {
  const opened = new Store(open());
  try {
    await opened.ready();
    await opened.reader().select().from(settings);
  } finally {
    await opened.close();
  }
}

async function refusal(open: () => Engine): Promise<string> {
  const error = await openAndRead(open).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OperatorError);
  const { message } = error as Error;
  expect(message).toMatch(/^[A-Z][^\n]*[.]$/);
  return message;
}

describe.runIf(dialect() === 'sqlite')('a file', () => {
  /** A database with some rows in it, closed. */
  async function closedFile(): Promise<string> {
    const { DATA_DIR } = await emptyDatabase();
    const file = join(DATA_DIR ?? '', 'dateline.db');
    const made = new Store(openSqlite(file, 'dateline'));
    await made.transaction(async (tx) => {
      for (let i = 0; i < 50; i++) {
        await tx.insert(settings).values({ key: `${i}`, value: 'x'.repeat(5000) });
      }
    });
    await made.close();
    return file;
  }

  test('that is whole opens again with what was in it', async () => {
    const file = await closedFile();
    const opened = new Store(openSqlite(file, 'dateline'));
    expect(await opened.reader().select().from(settings)).toHaveLength(50);
    await opened.close();
  });

  test('that is not a database is refused, and not overwritten', async () => {
    const file = await closedFile();
    writeFileSync(file, 'this is a letter, not a database. '.repeat(300));
    const before = readFileSync(file);
    expect(await refusal(() => openSqlite(file, 'dateline'))).toContain('is damaged');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('whose beginning was overwritten is refused', async () => {
    const file = await closedFile();
    const content = readFileSync(file);
    content.fill(7, 100, 4096);
    writeFileSync(file, content);
    expect(await refusal(() => openSqlite(file, 'dateline'))).toContain('is damaged');
  });

  test.for([0.9, 0.5, 0.01])('that was cut to %f of its length is refused', async (part) => {
    const file = await closedFile();
    truncateSync(file, Math.floor(readFileSync(file).length * part));
    expect(await refusal(() => openSqlite(file, 'dateline'))).toContain('is damaged');
  });

  test('of a newer version is refused', async () => {
    const file = await closedFile();
    const raw = new Database(file);
    raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('x', 9e15);
    raw.close();
    expect(await refusal(() => openSqlite(file, 'dateline'))).toContain('newer Dateline');
  });

  test('that another program holds for itself is refused, not waited for without end', async () => {
    const file = await closedFile();
    const raw = new Database(file);
    onTestFinished(() => void raw.close());
    raw.pragma('locking_mode = exclusive');
    raw.exec('begin exclusive');
    expect(await refusal(() => openSqlite(file, 'dateline', 50))).toContain('in use');
  });

  test('that cannot be made, because its folder is a file, is refused', async () => {
    const { DATA_DIR } = await emptyDatabase();
    const file = join(DATA_DIR ?? '', 'file', 'dateline.db');
    writeFileSync(dirname(file), '');
    expect(await refusal(() => openSqlite(file, 'dateline'))).toContain('cannot be written to');
  });

  test('whose place is taken by a folder is refused', async () => {
    const { DATA_DIR } = await emptyDatabase();
    const file = join(DATA_DIR ?? '', 'dateline.db');
    mkdirSync(file);
    expect(await refusal(() => openSqlite(file, 'dateline'))).toContain('cannot be written to');
  });

  test('that was left by a killed process, with its log beside it, opens with all commits', async () => {
    const { DATA_DIR } = await emptyDatabase();
    const file = join(DATA_DIR ?? '', 'dateline.db');
    const running = new Store(openSqlite(file, 'dateline'));
    onTestFinished(() => running.close());
    await running.transaction(async (tx) => {
      await tx.insert(settings).values({ key: 'last word', value: 1 });
    });
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    const opened = new Store(openSqlite(copy, 'dateline'));
    expect(await opened.reader().select().from(settings)).toHaveLength(1);
    await opened.close();
  });
});

describe.runIf(dialect() === 'postgres')('a server', () => {
  test('that is not there is refused', async () => {
    const message = await refusal(() =>
      openPostgres('postgres://nobody@127.0.0.1:1/none', 'dateline'),
    );
    expect(message).toContain('cannot be reached');
  });

  test('that does not let us in is refused, and the password is not repeated', async () => {
    const url = new URL(inject('postgres') ?? '');
    url.password = 'wrong-and-secret';
    const message = await refusal(() => openPostgres(url.href, 'dateline'));
    expect(message).toContain('cannot be reached');
    expect(message).not.toContain('secret');
  });

  test('of a newer version is refused', async () => {
    const { DATABASE_URL = '' } = await emptyDatabase();
    await openAndRead(() => openPostgres(DATABASE_URL, 'dateline'));
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    await client.query(
      `insert into drizzle.__dateline_migrations (hash, created_at) values ('x', 9000000000000000)`,
    );
    await client.end();
    expect(await refusal(() => openPostgres(DATABASE_URL, 'dateline'))).toContain('newer Dateline');
  });

  test('reads on a connection that the server itself keeps from writing', async () => {
    const url = process.env.DATABASE_URL ?? '';
    // Whatever the operator's own options say.
    const opened = new Store(openPostgres(`${url}?options=-c%20search_path=public`, 'dateline'));
    onTestFinished(() => opened.close());
    const reader = opened.reader() as unknown as {
      execute(text: string): Promise<{ rows: Record<string, string>[] }>;
    };
    const { rows } = await reader.execute('show default_transaction_read_only');
    expect(rows).toEqual([{ default_transaction_read_only: 'on' }]);
  });

  test('goes on working for us after it threw our connections out', async () => {
    const opened = openStore('dateline');
    onTestFinished(() => opened.close());
    await opened.reader().select().from(settings);
    const client = new pg.Client({ connectionString: inject('postgres') ?? '' });
    await client.connect();
    const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [name],
    );
    await client.end();
    const works = async () => {
      await opened.transaction(async (tx) => {
        await tx.insert(settings).values({ key: 'after', value: 1 });
      });
      return opened.reader().select().from(settings);
    };
    // A connection that was in use at that moment fails once; the next one is new.
    expect(await works().catch(works)).toHaveLength(1);
  });
});
