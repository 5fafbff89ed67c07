import type { Reader } from '#db/store.ts';

/** A connection in the form in which Drizzle's driver uses it; nobody else looks inside. */
export type Client = { readonly of: 'an engine' };

/** Shared by all copies of this module that one process loads. */
export const CLIENT = Symbol.for('dateline.client');

/** What a reader or a transaction works by. */
export function clientOf(from: Reader): Client {
  const { [CLIENT]: client } = from as Reader & { [CLIENT]?: Client };
  if (!client) throw new Error('neither `read` nor a transaction');
  return client;
}
