import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Database from 'better-sqlite3';
import { mailsOf, withoutReader } from '#scripts/proof/mails.ts';
import type { Pair } from '#scripts/proof/pair.ts';
import type { Twin } from '#scripts/proof/twin.ts';

/** The stores that are made for addresses: what is in them differs, and readers never see it. */
const FOR_ADDRESSES = /^(?:identity|person-keys)\.db/;

/**
 * Compares what both have written where no address belongs: every row of the main store, which files
 * there are, and every line that was printed.
 */
export function compareRows(pair: Pair): void {
  const [one, other] = pair.twins.map(({ dataDir }) => rowsIn(join(dataDir, 'dateline.db')));
  for (const table of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
    pair.compareText('rows', table, one?.get(table) ?? '', other?.get(table) ?? '');
  }
}

export function compareFiles(pair: Pair): void {
  const [one = '', other = ''] = pair.twins.map(filesOf);
  pair.compareText('files', 'names of files', one, other);
}

/**
 * Every mail that was sent, less to whom. To be asked while the same people are known to both: a mail to
 * somebody whom one of them does not know is seen by nobody else.
 */
export function compareMails(pair: Pair): void {
  const [one, other] = pair.twins.map(({ dataDir }) => mailsOf(dataDir));
  for (const name of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const [left, right] = [one, other].map((mails) => withoutReader(mails?.get(name) ?? ''));
    pair.compareText('mails', name, left ?? '', right ?? '');
  }
}

export function compareLogs(pair: Pair): void {
  const [one, other] = pair.twins.map(logOf);
  pair.compareText('log', 'everything that was printed', one ?? '', other ?? '');
}

/** How long Next took to start, as it says itself. */
const STARTING = /^.*next\.config.* took \d+.*\n/gm;

/** By its number, as Node warns. */
const PROCESS = /\(node:\d+\)/g;

/** Where a twin is, its number as a process and how quickly it started are its own. */
function logOf({ said, dataDir }: Twin): string {
  return said.replaceAll(dataDir, 'DATA_DIR').replace(STARTING, '').replace(PROCESS, '(node)');
}

function filesOf({ dataDir }: Twin): string {
  return (
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !FOR_ADDRESSES.test(entry.name))
      .map((entry) => relative(dataDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      // Mails go to whom they go: see compareMails.
      .filter((file) => !file.startsWith('outbox/'))
      .toSorted()
      .join('\n')
  );
}

/** Every row of every table, the search index's own with it, as text. */
function rowsIn(file: string): Map<string, string> {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[];
    return new Map(tables.map((name) => [name, rowsOf(database, name)]));
  } finally {
    database.close();
  }
}

function rowsOf(database: Database.Database, table: string): string {
  const rows = database.prepare(`select * from "${table}"`).raw().all();
  return rows.map((row) => JSON.stringify(row, inHex)).join('\n');
}

function inHex(_key: string, value: unknown): unknown {
  const written = value as { type?: string; data?: number[] } | null;
  return written?.type === 'Buffer' ? Buffer.from(written.data ?? []).toString('hex') : value;
}
