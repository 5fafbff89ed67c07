import { asc, gt } from 'drizzle-orm';
import { keptHead } from '#db/audit.ts';
import { ChainWalk, type Damage } from '#db/audit-chain.ts';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { OperatorError } from '#lib/errors.ts';
import { hasKey, keyFor } from '#lib/keys.ts';

export type Verified = {
  ok: boolean;
  /** How many rows were looked at; all of them unless `complete` is false. */
  rows: number;
  complete: boolean;
  /** Payloads that are not there any more. Their rows are proved all the same. */
  erased: number;
  damage: Damage[];
};

/** Rows read at once: a log of any length takes the same memory. */
const BATCH = 5_000;
/** Less than any position that PostgreSQL can hold. */
const BEFORE_ALL = -2_147_483_648;

/** Walks the whole audit log. Others may write to it meanwhile. */
export async function verifyAudit(batch = BATCH): Promise<Verified> {
  // Read before the rows: whatever it names was committed by then.
  const head = keptHead();
  const first = await read.select({ position: audit.position }).from(audit).limit(1);
  if (first.length > 0 && !hasKey('audit')) {
    throw new OperatorError(
      'The key of the audit log (DATA_DIR/keys/audit) is not there: restore it from a backup.',
    );
  }
  const walk = new ChainWalk(head, keyFor('audit'));
  for (let after = BEFORE_ALL; !walk.hopeless; ) {
    const rows = await read
      .select()
      .from(audit)
      .where(gt(audit.position, after))
      .orderBy(asc(audit.position))
      .limit(batch);
    for (const row of rows) walk.next(row);
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = last.position;
  }
  const complete = !walk.hopeless;
  if (complete) walk.end();
  const { damage, rows, erased } = walk;
  return { ok: damage.length === 0, rows, complete, erased, damage };
}
