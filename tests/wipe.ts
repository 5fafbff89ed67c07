import { is, Table } from 'drizzle-orm';
import * as commentTables from '#db/schema/comments.ts';
import * as correctionTables from '#db/schema/corrections.ts';
import * as decisionTables from '#db/schema/decisions.ts';
import * as deskTables from '#db/schema/desk.ts';
import * as frontTables from '#db/schema/fronts.ts';
import * as peopleTables from '#db/schema/people.ts';
import * as pictureTables from '#db/schema/pictures.ts';
import * as planningTables from '#db/schema/planning.ts';
import * as previewTables from '#db/schema/previews.ts';
import * as readerTables from '#db/schema/readers.ts';
import * as siteTables from '#db/schema/site.ts';
import * as storyTables from '#db/schema/stories.ts';
import * as writingTables from '#db/schema/writing.ts';
import { transaction } from '#db/store.ts';
import { reindexAll } from '#features/search/jobs.ts';
import { forget } from '#lib/singleton.ts';

type AnyTable = typeof siteTables.settings;

const TABLES = [
  commentTables,
  correctionTables,
  decisionTables,
  deskTables,
  frontTables,
  peopleTables,
  pictureTables,
  planningTables,
  previewTables,
  readerTables,
  siteTables,
  storyTables,
  writingTables,
].flatMap((schema) => Object.values(schema).filter((one) => is(one, Table)) as AnyTable[]);

/** Empties the main store and everything that is remembered of it, for a test that begins anew. */
export async function wipe(): Promise<void> {
  let left = TABLES;
  while (left.length > 0) {
    const stuck: AnyTable[] = [];
    for (const table of left) {
      // One whose rows are still pointed at is emptied in the next round.
      const emptied = transaction((tx) => tx.delete(table).then(() => true));
      if (!(await emptied.catch(() => false))) stuck.push(table);
    }
    if (stuck.length === left.length) throw new Error('these tables cannot be emptied');
    left = stuck;
  }
  await reindexAll();
  for (const memory of ['remembered', 'remembered-each']) forget(memory);
}
