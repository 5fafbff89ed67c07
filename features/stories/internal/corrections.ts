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

/** Called when a revision is published: what waited for it is told to readers. True if anything was. */
export async function bringOutCorrections(tx: Tx, revision: RevisionRow): Promise<boolean> {
  const upToHere = tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.storyId, revision.storyId), lte(revisions.number, revision.number)));
  const shown = await tx
    .update(corrections)
    .set({ shownAt: now() })
    .where(
      and(
        eq(corrections.storyId, revision.storyId),
        inArray(corrections.revisionId, upToHere),
        isNull(corrections.shownAt),
        isNull(corrections.takenBackAt),
      ),
    )
    .returning({ id: corrections.id });
  return shown.length > 0;
}
