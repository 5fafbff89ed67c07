import { and, eq, inArray, lte } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { autosaves } from '#db/schema/writing.ts';
import type { Tx } from '#db/store.ts';
import type { AutosavedDraft, Editing, StoryContent } from '#features/stories/input.ts';
import { now } from '#lib/clock.ts';

type Kept = {
  id: string;
  storyId: string | null;
  basedOnId: string;
  sequence: number;
  draft: AutosavedDraft;
};

/** Keeps a text unless a newer one of the same editor is kept. False if the id is somebody else's. */
export async function putAutosave(
  tx: Tx,
  personId: string,
  { id, draft, ...rest }: Kept,
): Promise<boolean> {
  const kept = { ...rest, content: JSON.stringify(draft), savedAt: now() };
  const [put] = await tx
    .insert(autosaves)
    .values({ id, personId, ...kept })
    .onConflictDoUpdate({
      target: autosaves.id,
      set: kept,
      setWhere: and(eq(autosaves.personId, personId), lte(autosaves.sequence, rest.sequence)),
    })
    .returning({ id: autosaves.id });
  if (put) return true;
  const [there] = await tx
    .select({ personId: autosaves.personId })
    .from(autosaves)
    .where(eq(autosaves.id, id));
  return there?.personId === personId;
}

/** What was saved need not be kept any more. */
export async function dropAutosave(
  tx: Tx,
  personId: string,
  editing: Editing | undefined,
): Promise<void> {
  if (!editing) return;
  await tx
    .delete(autosaves)
    .where(
      and(
        eq(autosaves.id, editing.id),
        eq(autosaves.personId, personId),
        lte(autosaves.sequence, editing.sequence),
      ),
    );
}

/** A text that was sent to be saved, in the shape in which the editor has it. */
export async function draftOf(
  tx: Tx,
  { body, bylines, ...said }: StoryContent,
  identity: Record<string, unknown>,
): Promise<AutosavedDraft> {
  const ids = bylines.map((byline) => byline.authorId);
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ id: authors.id, name: authors.name })
          .from(authors)
          .where(inArray(authors.id, ids));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const people = bylines.map((byline) => ({ ...byline, name: names.get(byline.authorId) ?? '' }));
  return { fields: { ...identity, ...said, bylines: people }, body };
}
