import { and, eq, inArray, or } from 'drizzle-orm';
import { readIdentity } from '#db/identity.ts';
import { appearances, identities } from '#db/identity-schema.ts';
import type { BlindIndex } from '#features/addresses/internal/index-keys.ts';

/** Whose address it is that has one of these indexes. Null if nobody's. */
export async function identityAmong(indexes: readonly BlindIndex[]): Promise<string | null> {
  const [row] = await readIdentity()
    .select({ id: identities.id })
    .from(identities)
    .where(
      or(
        ...indexes.map(({ version, index }) =>
          and(eq(identities.indexKeyVersion, version), eq(identities.blindIndex, index)),
        ),
      ),
    );
  return row?.id ?? null;
}

/** Who is behind a commenter's name. For what is left to the mailer; it stands in no view. */
export async function identityOf(commenterId: string): Promise<string | null> {
  const [row] = await readIdentity()
    .select({ identityId: appearances.identityId })
    .from(appearances)
    .where(eq(appearances.commenterId, commenterId));
  return row?.identityId ?? null;
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

/** For each of these commenters, all names that the same person appears under, its own included. */
export async function samePerson(commenterIds: readonly string[]): Promise<Map<string, string[]>> {
  if (commenterIds.length === 0) return new Map();
  const asked = await readIdentity()
    .select({ commenterId: appearances.commenterId, identityId: appearances.identityId })
    .from(appearances)
    .where(inArray(appearances.commenterId, [...new Set(commenterIds)]));
  const all = await readIdentity()
    .select({ commenterId: appearances.commenterId, identityId: appearances.identityId })
    .from(appearances)
    .where(
      inArray(
        appearances.identityId,
        asked.map((row) => row.identityId),
      ),
    );
  const names = Map.groupBy(all, (row) => row.identityId);
  return new Map(
    asked.map((row) => [
      row.commenterId,
      (names.get(row.identityId) ?? []).map((one) => one.commenterId),
    ]),
  );
}
