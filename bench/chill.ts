/**
 * Loaded into the site's process for one part of the benchmark, and by nothing else: empties what is
 * remembered of queries before each request, so that every page is made from the database. The
 * process stays warm.
 */
import { subscribe } from 'node:diagnostics_channel';

/** The memory is made by the first page; had it another name, nothing would be cold. */
const PATIENCE = 20;
let requests = 0;

subscribe('http.server.request.start', () => {
  const kept = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>;
  const remembered = kept[Symbol.for('dateline.remembered')];
  requests += 1;
  if (requests > PATIENCE && !remembered) throw new Error('the memory is not where it was');
  remembered?.clear();
});
