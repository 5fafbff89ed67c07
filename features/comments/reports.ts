import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { REPORT_REASONS } from '#db/schema/discussions.ts';
import { commentReports } from '#db/schema/discussions.ts';
import type { Reader, Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';

export type ReportReason = (typeof REPORT_REASONS)[number];
export type Report = { reason: ReportReason; note: string; at: Date; revisionId: string };

/** What readers say against these comments and nobody has decided about yet, oldest first. */
export async function reportsOf(
  from: Reader,
  commentIds: readonly string[],
): Promise<Map<string, Report[]>> {
  if (commentIds.length === 0) return new Map();
  const rows = await from
    .select({
      commentId: commentReports.commentId,
      reason: commentReports.reason,
      note: commentReports.note,
      at: commentReports.madeAt,
      revisionId: commentReports.revisionId,
    })
    .from(commentReports)
    .where(
      and(inArray(commentReports.commentId, [...commentIds]), isNull(commentReports.settledAt)),
    )
    .orderBy(asc(commentReports.madeAt), asc(commentReports.id));
  const known = new Map<string, Report[]>();
  for (const { commentId, ...report } of rows) {
    known.set(commentId, [...(known.get(commentId) ?? []), report]);
  }
  return known;
}

/** Whoever decides about a comment has answered those who reported it. */
export async function settleReports(tx: Tx, commentId: string): Promise<void> {
  await tx
    .update(commentReports)
    .set({ settledAt: now() })
    .where(and(eq(commentReports.commentId, commentId), isNull(commentReports.settledAt)));
}
