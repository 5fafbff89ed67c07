import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentAppeals, commentNotes } from '#db/schema/moderation.ts';
import { people } from '#db/schema/people.ts';
import { screenings } from '#db/schema/screening.ts';
import { revisions } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import type { NoteView, Said } from '#features/moderation/views.ts';

type Ids = readonly string[];

/** What comments say that others answer, shown or not. */
export async function textsOf(
  from: Reader,
  ids: Ids,
): Promise<Map<string, { name: string; text: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select({ id: comments.id, name: commentRevisions.name, text: commentRevisions.text })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(inArray(comments.id, [...ids]));
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

/** The last headline of stories that readers do not see at the moment. */
export async function lastHeadlines(from: Reader, storyIds: Ids): Promise<Map<string, string>> {
  if (storyIds.length === 0) return new Map();
  const rows = await from
    .select({ storyId: revisions.storyId, headline: revisions.headline })
    .from(revisions)
    .where(inArray(revisions.storyId, [...storyIds]))
    .orderBy(asc(revisions.number));
  return new Map(rows.map((row) => [row.storyId, row.headline]));
}

/** What the phases said of each of these revisions, in the pipeline's order. */
export async function saidOf(from: Reader, revisionIds: Ids): Promise<Map<string, Said[]>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await from
    .select()
    .from(screenings)
    .where(inArray(screenings.revisionId, [...revisionIds]))
    .orderBy(asc(screenings.position));
  const said = rows.map(({ revisionId, phase, outcome, why, spans }) => ({
    revisionId,
    verdict: { phase, outcome, why, spans },
  }));
  return mapOf(
    said,
    (row) => row.revisionId,
    (row) => row.verdict,
  );
}

export type Decision = { rule: string; reason: string; madeBy: string; madeAt: Date };

/** The last decision of those that made each of these comments what it is now. */
export async function lastDecisions(from: Reader, ids: Ids): Promise<Map<string, Decision>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select({
      commentId: commentDecisions.commentId,
      rule: commentDecisions.rule,
      reason: commentDecisions.reason,
      madeBy: commentDecisions.madeBy,
      madeAt: commentDecisions.madeAt,
    })
    .from(commentDecisions)
    .innerJoin(comments, eq(comments.id, commentDecisions.commentId))
    .where(
      and(
        inArray(commentDecisions.commentId, [...ids]),
        sql`${commentDecisions.verdict} = ${comments.state}`,
      ),
    )
    .orderBy(asc(commentDecisions.madeAt), asc(commentDecisions.id));
  return new Map(rows.map(({ commentId, ...decision }) => [commentId, decision]));
}

/** What moderators told each other about each of these comments, the newest last. */
export async function notesOf(from: Reader, ids: Ids): Promise<Map<string, NoteView[]>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select()
    .from(commentNotes)
    .where(inArray(commentNotes.commentId, [...ids]))
    .orderBy(asc(commentNotes.madeAt), asc(commentNotes.id));
  const names = await namesOf(
    from,
    rows.map((row) => row.madeBy),
  );
  const notes = rows.map(({ id, commentId, text, madeBy, madeAt }) => ({
    commentId,
    note: { id, text, at: madeAt, who: names(madeBy) },
  }));
  return mapOf(
    notes,
    (row) => row.commentId,
    (row) => row.note,
  );
}

export type Appeal = typeof commentAppeals.$inferSelect;

export async function appealsOf(from: Reader, ids: Ids): Promise<Map<string, Appeal>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select()
    .from(commentAppeals)
    .where(inArray(commentAppeals.commentId, [...ids]))
    .orderBy(desc(commentAppeals.madeAt));
  return new Map(rows.map((row) => [row.commentId, row]));
}

/** How whoever acted is called: staff by name, everything else by what it is. */
export async function namesOf(
  from: Reader,
  actors: readonly string[],
): Promise<(actor: string) => string> {
  const ids = actors.flatMap((actor) => /^staff:(.+)$/.exec(actor)?.[1] ?? []);
  const rows =
    ids.length === 0
      ? []
      : await from
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(inArray(people.id, [...new Set(ids)]));
  const known = new Map(rows.map((row) => [`staff:${row.id}`, row.name]));
  return (actor) => known.get(actor) ?? 'Dateline';
}

function mapOf<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueIn: (row: Row) => Value,
): Map<string, Value[]> {
  const map = new Map<string, Value[]>();
  for (const row of rows) map.set(keyOf(row), [...(map.get(keyOf(row)) ?? []), valueIn(row)]);
  return map;
}
