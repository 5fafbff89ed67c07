/**
 * Loaded into the site's process for one part of the benchmark, and by nothing else: empties what
 * Next keeps of pages and of `'use cache'` results before each request, so that every page is made
 * from the database. The process stays warm.
 */
import { subscribe } from 'node:diagnostics_channel';

type Shelf = { clear(): void };

/** The caches are made by the first page; had they another name, nothing would be cold. */
const PATIENCE = 20;
let requests = 0;

subscribe('http.server.request.start', () => {
  const shelf = globalThis as unknown as Record<symbol, unknown>;
  const pages = shelf[Symbol.for('dateline.press.pages')] as Shelf | undefined;
  const data = shelf[Symbol.for('dateline.press.data')] as { shelf: Shelf } | undefined;
  requests += 1;
  if (requests > PATIENCE && !(pages && data))
    throw new Error('the caches are not where they were');
  pages?.clear();
  data?.shelf.clear();
});
