import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { identities } from '#db/identity-schema.ts';
import { rolesInForce } from '#db/roles.ts';
import { openStore } from '#db/store.ts';
import { administer, emptyDatabase } from '#tests/databases.ts';

describe.runIf(dialect() === 'postgres')('addresses and keys in PostgreSQL', () => {
  const server = inject('postgres') ?? '';
  const plain = `plain_${process.pid}`;

  /** A database of a role that is no superuser and may or may not make others. */
  async function databaseOf(may: 'createrole' | 'nocreaterole'): Promise<URL> {
    const before = process.env.DATABASE_URL;
    // After the database is gone, and with it all that they own.
    onTestFinished(async () => {
      process.env.DATABASE_URL = before;
      for (const role of [
        `empty_${process.pid}_identity`,
        `empty_${process.pid}_person_keys`,
        plain,
      ]) {
        await administer(server, `drop role if exists ${role}`);
      }
    });
    const { DATABASE_URL = '' } = await emptyDatabase();
    const url = new URL(DATABASE_URL);
    await administer(server, `create role ${plain} login ${may} password 'plain'`);
    await administer(server, `alter database ${url.pathname.slice(1)} owner to ${plain}`);
    url.username = plain;
    url.password = 'plain';
    process.env.DATABASE_URL = url.href;
    return url;
  }

  async function opened(): Promise<void> {
    for (const name of ['identity', 'person-keys'] as const) {
      const store = openStore(name);
      await store.ready();
      if (name === 'identity') await store.reader().select().from(identities);
      await store.close();
    }
  }

  test('belong to roles of their own, and the site’s own role cannot read them', async () => {
    const url = await databaseOf('createrole');
    await opened();
    const roles = await rolesInForce();
    expect(roles.map(({ store, readByUrl }) => [store, readByUrl])).toEqual([
      ['identity', false],
      ['person-keys', false],
    ]);
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    onTestFinished(() => client.end());
    await expect(client.query('select * from identity.identities')).rejects.toThrow(/denied/);
    await expect(client.query('select * from person_keys.person_keys')).rejects.toThrow(/denied/);
  });

  test('are opened again, also from a machine that has other keys', async () => {
    await databaseOf('createrole');
    await opened();
    await opened();
    const before = process.env.DATA_DIR;
    onTestFinished(() => {
      process.env.DATA_DIR = before;
    });
    process.env.DATA_DIR = mkdtempSync(join(inject('workplace'), 'other-'));
    await opened();
    expect((await rolesInForce()).every((role) => !role.readByUrl)).toBe(true);
  });

  test('are kept all the same where no roles may be made, and that is said', async () => {
    await databaseOf('nocreaterole');
    await opened();
    expect((await rolesInForce()).map((role) => role.readByUrl)).toEqual([true, true]);
  });

  test('of a database from before are handed over with what is in them', async () => {
    const url = await databaseOf('nocreaterole');
    await opened();
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(
      `insert into identity.identities (id, blind_index, index_key_version, seal_key_version, seen_at)
       values ('kept', 'x', 1, 1, now())`,
    );
    await client.end();
    await administer(server, `alter role ${plain} createrole`);
    const store = openStore('identity');
    expect(await store.reader().select({ id: identities.id }).from(identities)).toEqual([
      { id: 'kept' },
    ]);
    await store.close();
    expect((await rolesInForce())[0]?.readByUrl).toBe(false);
  });
});
