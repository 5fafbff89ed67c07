import { aliasedTable, and, eq, inArray } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { readIdentity } from '#db/identity.ts';
import { appearances, identities } from '#db/identity-schema.ts';
import { prepared, type The } from '#db/prepared.ts';
import type { BlindIndex } from '#features/addresses/internal/index-keys.ts';

type Indexes = { versions: readonly number[]; indexes: readonly string[] };

/** Under another version's key an index is another one: no two of them are ever the same. */
const withIndex = prepared((on, the: The<Indexes>) =>
  on
    .select({ id: identities.id })
    .from(identities)
    .where(
      and(
        isAmong(identities.indexKeyVersion, the('versions')),
        isAmong(identities.blindIndex, the('indexes')),
      ),
    ),
);

/** Whose address it is that has one of these indexes. Null if nobody's. */
export async function identityAmong(indexes: readonly BlindIndex[]): Promise<string | null> {
  const asked = {
    versions: indexes.map((one) => one.version),
    indexes: indexes.map((one) => one.index),
  };
  const [row] = await withIndex(readIdentity(), asked);
  return row?.id ?? null;
}

/** Who is behind a commenter's name. For what is left to the mailer; it stands in no view. */
export async function identityOf(commenterId: string): Promise<string | null> {
  return (await identitiesOf([commenterId])).get(commenterId) ?? null;
}

/** Who is behind each of these names. */
export async function identitiesOf(commenterIds: readonly string[]): Promise<Map<string, string>> {
  if (commenterIds.length === 0) return new Map();
  const rows = await readIdentity()
    .select({ commenterId: appearances.commenterId, identityId: appearances.identityId })
    .from(appearances)
    .where(inArray(appearances.commenterId, [...commenterIds]));
  return new Map(rows.map((row) => [row.commenterId, row.identityId]));
}

/** All names that a person appears under, each in a story of its own. */
export async function namesOf(identityId: string): Promise<string[]> {
  const rows = await readIdentity()
    .select({ commenterId: appearances.commenterId })
    .from(appearances)
    .where(eq(appearances.identityId, identityId));
  return rows.map((row) => row.commenterId);
}

const other = aliasedTable(appearances, 'other');

const sameAs = prepared((on, the: The<{ commenterIds: readonly string[] }>) =>
  on
    .select({ asked: appearances.commenterId, name: other.commenterId })
    .from(appearances)
    .innerJoin(other, eq(other.identityId, appearances.identityId))
    .where(isAmong(appearances.commenterId, the('commenterIds'))),
);

/** For each of these commenters, all names that the same person appears under, its own included. */
export async function samePerson(commenterIds: readonly string[]): Promise<Map<string, string[]>> {
  if (commenterIds.length === 0) return new Map();
  const rows = await sameAs(readIdentity(), { commenterIds });
  const names = new Map<string, string[]>();
  for (const { asked, name } of rows) names.set(asked, [...(names.get(asked) ?? []), name]);
  return names;
}
