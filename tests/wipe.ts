import { transaction } from '#db/store.ts';
import { reindexAll } from '#features/search/jobs.ts';
import { forget } from '#lib/singleton.ts';
import { type AnyTable, mainTables } from '#tests/tables.ts';

/** Empties the main store and everything that is remembered of it, for a test that begins anew. */
export async function wipe(): Promise<void> {
  let left = await mainTables();
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
