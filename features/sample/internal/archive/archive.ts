import { eq } from 'drizzle-orm';
import {
  commentCounts,
  commentDecisions,
  commentRevisions,
  comments,
} from '#db/schema/comments.ts';
import { deskList } from '#db/schema/desk.ts';
import { commentThreads } from '#db/schema/discussions.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { live, liveLists } from '#db/schema/readers.ts';
import { paths } from '#db/schema/site.ts';
import { bylines, publications, revisions, revisionTerms, stories } from '#db/schema/stories.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { Bulk } from '#features/sample/internal/archive/bulk.ts';
import { Dice, Ids } from '#features/sample/internal/archive/dice.ts';
import { peopleNames } from '#features/sample/internal/archive/names.ts';
import { planner } from '#features/sample/internal/archive/plan.ts';
import { noRows, type Rows, tell } from '#features/sample/internal/archive/rows.ts';
import type { Setting } from '#features/sample/internal/archive/setting.ts';
import { noTalk, type Talk, talk } from '#features/sample/internal/archive/talk.ts';
import { commentsPerStory, timeline } from '#features/sample/internal/archive/timeline.ts';
import { indexNew, type NewlyLive } from '#features/search/jobs.ts';

/** Stories of one transaction: enough to be fast, and other writers get their turns in between. */
const BATCH = 4_000;

/** True if the first story of this seed is here: what comes after it would collide too. */
export async function hasArchive(seed: string): Promise<boolean> {
  const rows = await read
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.id, new Ids(seed).next()));
  return rows.length > 0;
}

export type ArchiveSize = { stories: number; comments: number; seed: string; until: Date };

/** Writes the stories and comments of an archive, first to last. */
export async function writeArchive(setting: Setting, size: ArchiveSize): Promise<void> {
  const { seed, until } = size;
  const moments = timeline(seed, size.stories, until);
  const talked = commentsPerStory(seed, size.stories, size.comments);
  const plan = planner(new Dice(`${seed}/plan`), setting, until.getTime());
  const ids = new Ids(seed);
  const words = new Dice(`${seed}/words`);
  const voices = new Dice(`${seed}/voices`);
  const readers = peopleNames(voices, 900);
  for (let start = 0; start < size.stories; start += BATCH) {
    const rows = noRows();
    const said = noTalk();
    const found: NewlyLive[] = [];
    for (let n = start; n < Math.min(start + BATCH, size.stories); n += 1) {
      const planned = plan(moments[n] ?? 0, talked[n] ?? 0);
      const shown = tell(rows, ids, words, planned);
      if (!shown) continue;
      found.push(shown);
      if (planned.comments === 0) continue;
      talk(said, ids, voices, readers, {
        storyId: shown.storyId,
        sectionId: planned.section.id,
        at: planned.at,
        until: until.getTime(),
        count: planned.comments,
        cast: planned.cast,
      });
    }
    await transaction(async (tx) => {
      await insertAll(tx, rows, said);
      await indexNew(tx, found);
    });
  }
}

async function insertAll(tx: Tx, rows: Rows, said: Talk): Promise<void> {
  const bulk = new Bulk(tx);
  await bulk.insert(stories, rows.stories);
  await bulk.insert(revisions, rows.revisions);
  await bulk.insert(bylines, rows.bylines);
  await bulk.insert(revisionTerms, rows.revisionTerms);
  await bulk.insert(pictureUses, rows.pictureUses);
  await bulk.insert(publications, rows.publications);
  await bulk.insert(paths, rows.paths);
  await bulk.insert(deskList, rows.deskList);
  await bulk.insert(live, rows.live);
  await bulk.insert(liveLists, rows.liveLists);
  await bulk.insert(comments, said.comments);
  await bulk.insert(commentRevisions, said.revisions);
  await bulk.insert(commentDecisions, said.decisions);
  await bulk.insert(commentThreads, said.threads);
  await bulk.insert(commentCounts, said.counts);
}
