import { asc, gt } from 'drizzle-orm';
import type { OutboxEvent } from '#db/outbox.ts';
import { live } from '#db/schema/readers.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { documentsOf } from '#features/search/internal/documents.ts';
import { drop, empty, put, putNew, scrubStep, settle } from '#features/search/internal/engine.ts';
import { foldText } from '#features/search/words.ts';

/** Stories taken in by one transaction, so that writers get their turns in between. */
const BATCH = 200;

/** Keeps the index after what happened to a story. Any number of times, in any order. */
export async function indexAfter(event: OutboxEvent): Promise<void> {
  if (event.kind === 'story.live') await indexStory(event.payload.storyId);
  if (event.kind === 'story.gone') await unindexStory(event.payload.storyId);
}

/** Takes in what readers see of a story at this moment; a story that they do not see goes out. */
export async function indexStory(storyId: string): Promise<void> {
  await transaction(async (tx) => {
    const documents = await documentsOf(tx, [storyId]);
    if (documents.length > 0) await put(tx, documents);
    else await drop(tx, storyId);
  });
}

/** A story that readers have just come to see, for the index: nothing is read back for it. */
export type NewlyLive = {
  storyId: string;
  publishedAt: Date;
  headline: string;
  standfirst: string;
  names: readonly string[];
  body: string;
};

/** Takes in very many stories at once that were never in the index before. */
export async function indexNew(tx: Tx, stories: readonly NewlyLive[]): Promise<void> {
  await putNew(
    tx,
    stories.map(({ storyId, publishedAt, ...words }) => ({
      storyId,
      publishedAt,
      headline: foldText(words.headline),
      standfirst: foldText(words.standfirst),
      names: foldText(words.names.join(' ')),
      body: foldText(words.body),
    })),
  );
}

/** After very many were taken in. */
export async function settleIndex(tx: Tx): Promise<void> {
  await settle(tx);
}

/** Leaves no word in the index of stories that are out of it. */
export async function scrubIndex(): Promise<void> {
  for (let first = true; await transaction((tx) => scrubStep(tx, first)); first = false);
}

/** Lets go of stories that are no more. */
export async function forgetStories(tx: Tx, storyIds: readonly string[]): Promise<void> {
  for (const storyId of storyIds) await drop(tx, storyId);
}

/** Lets a story go, unless readers see it again by now. */
export function unindexStory(storyId: string): Promise<void> {
  return indexStory(storyId);
}

/**
 * Makes the index anew from all that is live: after an import, or when it is in doubt. Until it is
 * done, less is found. Returns how many stories there are.
 */
export async function reindexAll(): Promise<number> {
  await transaction(empty);
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await read
      .select({ id: live.storyId })
      .from(live)
      .where(gt(live.storyId, after))
      .orderBy(asc(live.storyId))
      .limit(BATCH);
    const last = rows.at(-1);
    if (!last) break;
    const ids = rows.map((row) => row.id);
    await transaction(async (tx) => put(tx, await documentsOf(tx, ids)));
    done += rows.length;
    after = last.id;
  }
  await transaction(settleIndex);
  return done;
}
