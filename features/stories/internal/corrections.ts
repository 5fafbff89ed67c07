import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { corrections } from '#db/schema/corrections.ts';
import { revisions } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { RevisionRow } from '#features/stories/internal/facts.ts';
import type { CorrectionView } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';

const told = prepared((on, the: The<{ storyIds: readonly string[] }>) =>
  on
    .select({
      storyId: corrections.storyId,
      id: corrections.id,
      kind: corrections.kind,
      severity: corrections.severity,
      text: corrections.text,
      shownAt: corrections.shownAt,
    })
    .from(corrections)
    .where(
      and(
        isAmong(corrections.storyId, the('storyIds')),
        isNotNull(corrections.shownAt),
        isNull(corrections.takenBackAt),
      ),
    )
    .orderBy(asc(corrections.shownAt), asc(corrections.id)),
);

/** What readers are told about these stories, oldest first. */
export async function correctionsOf(
  from: Reader,
  storyIds: readonly string[],
): Promise<Map<string, CorrectionView[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await told(from, { storyIds });
  const byStory = new Map<string, CorrectionView[]>();
  for (const { storyId, shownAt, ...said } of rows) {
    if (!shownAt) continue;
    byStory.set(storyId, [...(byStory.get(storyId) ?? []), { ...said, at: shownAt }]);
  }
  return byStory;
}

/** What would be told to readers together with this revision, if it were published at this moment. */
export async function waitingFor(from: Reader, revision: RevisionRow): Promise<CorrectionView[]> {
  const rows = await from
    .select({
      id: corrections.id,
      kind: corrections.kind,
      severity: corrections.severity,
      text: corrections.text,
    })
    .from(corrections)
    .where(waiting(from, revision))
    .orderBy(asc(corrections.id));
  return rows.map((said) => ({ ...said, at: now() }));
}

/** Corrections that nobody has read yet, of a text up to this one. */
function waiting(from: Reader, { storyId, number }: RevisionRow) {
  const upToHere = from
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), lte(revisions.number, number)));
  return and(
    eq(corrections.storyId, storyId),
    inArray(corrections.revisionId, upToHere),
    isNull(corrections.shownAt),
    isNull(corrections.takenBackAt),
  );
}

/** Called when a revision is published: what waited for it is told to readers. True if anything was. */
export async function bringOutCorrections(tx: Tx, revision: RevisionRow): Promise<boolean> {
  const shown = await tx
    .update(corrections)
    .set({ shownAt: now() })
    .where(waiting(tx, revision))
    .returning({ id: corrections.id });
  return shown.length > 0;
}
