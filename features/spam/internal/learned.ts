import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { spamPlaces, spamTotals } from '#db/schema/spam.ts';
import type { Reader, Tx } from '#db/store.ts';
import { type Kind, Model } from '#features/spam/model.ts';
import { now } from '#lib/clock.ts';
import { onePerProcess } from '#lib/singleton.ts';

const ALL = 'all';
/** What another process learned may be known this much later. */
const LOOK_AGAIN_MS = 1_000;
const ROWS_AT_ONCE = 400;

type Memory = { model: Model; lesson: number; looked: number };

const memory = onePerProcess<Memory>('spam-model', () => ({
  model: new Model(),
  lesson: 0,
  looked: Number.NEGATIVE_INFINITY,
}));

/** The model with all that was learned, of which only what is new is read. */
export async function modelFrom(from: Reader): Promise<Model> {
  const at = now().getTime();
  if (Math.abs(at - memory.looked) < LOOK_AGAIN_MS) return memory.model;
  await catchUp(from);
  memory.looked = at;
  return memory.model;
}

/** The next question reads what this process has just learned. */
export function lookAgain(): void {
  memory.looked = Number.NEGATIVE_INFINITY;
}

async function catchUp(from: Reader): Promise<void> {
  const [totals] = await from.select().from(spamTotals).where(eq(spamTotals.id, ALL));
  const lessons = totals?.lessons ?? 0;
  if (lessons === memory.lesson) return;
  // A database that was restored or emptied knows less than this process does.
  if (lessons < memory.lesson) Object.assign(memory, { model: new Model(), lesson: 0 });
  const rows = await from.select().from(spamPlaces).where(gt(spamPlaces.lesson, memory.lesson));
  for (const row of rows) memory.model.set(row.place, row);
  memory.model.setTexts({ spam: totals?.spam ?? 0, ham: totals?.ham ?? 0 });
  memory.lesson = Math.max(memory.lesson, lessons);
}

/** Begins a lesson. Whoever else wants to teach waits until it is over. Returns its number. */
export async function beginLesson(tx: Tx): Promise<number> {
  const [totals] = await tx
    .insert(spamTotals)
    .values({ id: ALL, spam: 0, ham: 0, lessons: 1 })
    .onConflictDoUpdate({
      target: spamTotals.id,
      set: { lessons: sql`${spamTotals.lessons} + 1` },
    })
    .returning({ lessons: spamTotals.lessons });
  return totals?.lessons ?? 1;
}

/** One text more of a kind. */
export async function addText(
  tx: Tx,
  kind: Kind,
  places: readonly number[],
  lesson: number,
): Promise<void> {
  await tx
    .update(spamTotals)
    .set({ [kind]: sql`${spamTotals[kind]} + 1` })
    .where(eq(spamTotals.id, ALL));
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    const rows = places
      .slice(from, from + ROWS_AT_ONCE)
      .map((place) => ({ place, spam: 0, ham: 0, [kind]: 1, lesson }));
    await tx
      .insert(spamPlaces)
      .values(rows)
      .onConflictDoUpdate({
        target: spamPlaces.place,
        set: { [kind]: sql`${spamPlaces[kind]} + 1`, lesson },
      });
  }
}

/** One text less of a kind. What was counted in another way before goes to nothing and not below. */
export async function removeText(
  tx: Tx,
  kind: Kind,
  places: readonly number[],
  lesson: number,
): Promise<void> {
  await tx
    .update(spamTotals)
    .set({ [kind]: sql`${spamTotals[kind]} - 1` })
    .where(and(eq(spamTotals.id, ALL), gt(spamTotals[kind], 0)));
  for (let from = 0; from < places.length; from += ROWS_AT_ONCE) {
    const some = places.slice(from, from + ROWS_AT_ONCE);
    await tx
      .update(spamPlaces)
      .set({ [kind]: sql`${spamPlaces[kind]} - 1`, lesson })
      .where(and(inArray(spamPlaces.place, some), gt(spamPlaces[kind], 0)));
  }
}
