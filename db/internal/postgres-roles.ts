import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { StoreName } from '#db/store.ts';
import { keyFor } from '#lib/keys.ts';

/** One key for "somebody makes roles", so that processes that start at once take turns. */
const ROLES_LOCK = 7_241_003;
const MOST = 63;

/** The schemas whose tables belong to a role of their own. */
const SCHEMAS: Partial<Record<StoreName, string>> = {
  identity: 'identity',
  'person-keys': 'person_keys',
};

/** The role that a store's tables belong to in this database, or null if it has none of its own. */
function ownRole(url: string, name: StoreName): string | null {
  const schema = SCHEMAS[name];
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  return schema ? `${database.slice(0, MOST - schema.length - 1)}_${schema}` : null;
}

/**
 * The address by which a store is reached: with its own role, made and given its tables if whoever
 * connects may do that. Where that cannot be, it is `url` itself, and `dateline doctor` says so.
 */
export async function urlOfStore(url: string, name: StoreName): Promise<string> {
  const role = ownRole(url, name);
  const schema = SCHEMAS[name];
  if (!role || !schema) return url;
  const own = new URL(url);
  own.username = role;
  own.password = passwordOf(role);
  if (await letsIn(own.href, schema)) return own.href;
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    if (await mayMakeRoles(client)) await giveAway(client, { role, schema });
  } catch {
    // Whoever opens the store next says what is wrong with the server, if something is.
  } finally {
    await client.end().catch(() => undefined);
  }
  return (await letsIn(own.href, schema)) ? own.href : url;
}

/** Known to whoever has the keys of this site, and written down nowhere. */
function passwordOf(role: string): string {
  return createHmac('sha256', keyFor('postgres-roles')).update(role).digest('base64url');
}

/** True if the role may connect and all that is in its schema is its own. */
async function letsIn(url: string, schema: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query(
      `select 1 from pg_namespace where nspname = $1 and nspowner <> current_user::regrole
       union all select 1 from pg_class where relnamespace = to_regnamespace($1) and relkind = 'r'
         and relowner <> current_user::regrole`,
      [schema],
    );
    return rows.length === 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function mayMakeRoles(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  return rows[0]?.may === true;
}

/** Makes the role, or gives it the password that we know, and all tables that were ours before. */
async function giveAway(
  client: pg.Client,
  { role, schema }: { role: string; schema: string },
): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const password = pg.escapeLiteral(passwordOf(role));
  const migrations = `drizzle.__${schema}_migrations`;
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [ROLES_LOCK]);
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${name} login password ${password}`);
  const database = await client.query('select current_database() as name');
  const within = pg.escapeIdentifier(String(database.rows[0].name));
  await client.query(`grant connect, create on database ${within} to ${name}`);
  await client.query('create schema if not exists drizzle');
  await client.query(`grant usage, create on schema drizzle to ${name}`);
  // To give something away one has to be able to act for whoever gets it; afterwards no longer.
  await client.query(`grant ${name} to current_user`);
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = $1 or format('%s.%s', schemaname, tablename) = $2`,
    [schema, migrations],
  );
  const exists = await client.query('select to_regnamespace($1) as found', [schema]);
  if (exists.rows[0].found) await client.query(`alter schema ${schema} owner to ${name}`);
  for (const table of tables.rows) {
    await client.query(`alter table ${table.name} owner to ${name}`);
  }
  await client.query(`revoke ${name} from current_user`);
  await client.query('commit');
}

export type RoleReport = {
  store: StoreName;
  /** The role that owns the tables. */
  owner: string;
  /** True if whoever connects by DATABASE_URL can read them without any further step. */
  readByUrl: boolean;
};

/** Who may read the tables of addresses and of keys, as the database itself says it. */
export async function reportRoles(url: string): Promise<RoleReport[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const reports: RoleReport[] = [];
    for (const [store, schema] of Object.entries(SCHEMAS)) {
      const { rows } = await client.query(
        `select tableowner as owner,
           has_schema_privilege(schemaname, 'usage')
             and has_table_privilege(format('%I.%I', schemaname, tablename), 'select') as "readByUrl"
         from pg_tables where schemaname = $1 order by tablename limit 1`,
        [schema],
      );
      const [row] = rows as Omit<RoleReport, 'store'>[];
      if (row) reports.push({ store: store as StoreName, ...row });
    }
    return reports;
  } finally {
    await client.end();
  }
}
