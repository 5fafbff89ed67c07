import { eq } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { paths } from '#db/schema/site.ts';
import { read } from '#db/store.ts';

type Row = typeof paths.$inferSelect;
export type KnownPath = Pick<Row, 'state' | 'noun' | 'thingId' | 'target'>;

const at = prepared((on, the: The<{ path: string }>) =>
  on
    .select({
      state: paths.state,
      noun: paths.noun,
      thingId: paths.thingId,
      target: paths.target,
    })
    .from(paths)
    .where(eq(paths.path, the('path'))),
);

/** What a public address is now, or null if it never was one. `path` is decoded. */
export async function lookUp(path: string): Promise<KnownPath | null> {
  const [row] = await at(read, { path });
  return row ?? null;
}
