import { eq, inArray, or } from 'drizzle-orm';
import { autosaves, staffComments } from '#db/schema/writing.ts';
import type { Tx } from '#db/store.ts';

type Gone = { storyId: string; revisionIds: string[]; tells: (text: string) => boolean };

/** What is being typed on top of these revisions, or kept aside, and gives them away. */
export async function forgetTyped(tx: Tx, { storyId, revisionIds, tells }: Gone): Promise<void> {
  const rows = await tx
    .select()
    .from(autosaves)
    .where(or(eq(autosaves.storyId, storyId), inArray(autosaves.basedOnId, revisionIds)));
  const doomed = rows
    .filter(({ basedOnId, content }) => revisionIds.includes(basedOnId) || tells(content))
    .map(({ id }) => id);
  if (doomed.length > 0) await tx.delete(autosaves).where(inArray(autosaves.id, doomed));
}

const UNQUOTED = { quote: '', quoteBefore: '', quoteAfter: '' };

/** What the staff said of the story, where it quotes these revisions or gives them away. */
export async function forgetSaid(tx: Tx, { storyId, revisionIds, tells }: Gone): Promise<void> {
  const rows = await tx.select().from(staffComments).where(eq(staffComments.storyId, storyId));
  for (const row of rows) {
    const { id, text, quote, quoteBefore, quoteAfter } = row;
    const quotes =
      revisionIds.includes(row.revisionId) || [quote, quoteBefore, quoteAfter].some(tells);
    if (!quotes && !tells(text)) continue;
    await tx
      .update(staffComments)
      .set({ ...(quotes ? UNQUOTED : {}), ...(tells(text) ? { text: '' } : {}) })
      .where(eq(staffComments.id, id));
  }
}
