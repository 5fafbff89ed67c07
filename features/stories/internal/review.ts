import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { submissions } from '#db/schema/decisions.ts';
import { revisions } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { staffNames } from '#features/people/queries.ts';
import type { Loaded } from '#features/stories/internal/facts.ts';
import type { EditorView } from '#features/stories/views.ts';

/** The numbers of these revisions, by id. */
export async function numbersOf(
  storyId: string,
  ids: (string | undefined)[],
): Promise<Map<string, number>> {
  const wanted = ids.filter((id) => id !== undefined);
  if (wanted.length === 0) return new Map();
  const rows = await read
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), inArray(revisions.id, wanted)));
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** The submission that waits, or else the answer that the newest text got. */
export async function review(
  { story, head, facts }: Loaded,
  numbers: Map<string, number>,
): Promise<Pick<EditorView, 'submission' | 'answer'>> {
  const [last] = await read
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.storyId, story.id),
        ...(facts.submission ? [] : [isNotNull(submissions.closedAt)]),
      ),
    )
    .orderBy(desc(submissions.madeAt), desc(submissions.id))
    .limit(1);
  if (!last) return { submission: null, answer: null };
  if (!last.closedAt) {
    const { madeBy, madeAt: at, note, revisionId } = last;
    const revisionNumber = numbers.get(revisionId) ?? 0;
    return { submission: { by: await nameOf(madeBy), at, note, revisionNumber }, answer: null };
  }
  if (last.outcome !== 'returned' || last.revisionId !== head.id) {
    return { submission: null, answer: null };
  }
  const { closedBy, closedAt: at, answer: note } = last;
  return { submission: null, answer: { by: await nameOf(closedBy), at, note } };
}

/** The name behind "staff:…"; what did it by itself is "Dateline". */
export async function nameOf(actor: string | null): Promise<string> {
  const id = actor?.startsWith('staff:') ? actor.slice('staff:'.length) : '';
  return (await staffNames([id])).get(id) ?? 'Dateline';
}
