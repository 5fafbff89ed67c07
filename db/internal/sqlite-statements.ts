import type Database from 'better-sqlite3';

type Statement = Database.Statement<unknown[], unknown>;

/** More than the product has; what is made for one occasion pushes itself out. */
const KEPT = 400;
/** A statement for very many rows is written once and not again. */
const LONGEST = 4_000;

/**
 * The statements of one connection, each parsed by SQLite once. Whether a statement gives arrays or
 * objects is a state of it, so each has one of either kind.
 */
export class Statements {
  readonly #connection: Database.Database;
  readonly #plain = new Map<string, Statement>();
  readonly #raw = new Map<string, Statement>();

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  plain(text: string): Statement {
    return kept(this.#plain, text, () => this.#connection.prepare<unknown[], unknown>(text));
  }

  /** Gives rows as arrays; refused for what gives no rows. */
  raw(text: string): Statement {
    return kept(this.#raw, text, () => this.#connection.prepare<unknown[], unknown>(text).raw());
  }
}

function kept(shelf: Map<string, Statement>, text: string, make: () => Statement): Statement {
  const known = shelf.get(text);
  // Whose turn it is to go matters only once something has to.
  if (known && shelf.size < KEPT) return known;
  const statement = known ?? make();
  if (known) shelf.delete(text);
  if (text.length <= LONGEST) shelf.set(text, statement);
  for (const oldest of shelf.keys()) {
    if (shelf.size <= KEPT) break;
    shelf.delete(oldest);
  }
  return statement;
}
