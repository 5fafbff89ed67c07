import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  or,
  type SQL,
} from 'drizzle-orm';
import { containsFolded } from '#db/dialect.ts';
import {
  type COMMENT_STATES,
  commentDecisions,
  commentRevisions,
  comments,
} from '#db/schema/comments.ts';
import { commentReports } from '#db/schema/discussions.ts';
import { commentAppeals } from '#db/schema/moderation.ts';
import { live } from '#db/schema/readers.ts';
import { commentWords } from '#db/schema/screening.ts';
import { stories } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { COUNTED, type News, PILES, type Pile } from '#features/moderation/views.ts';
import { digestOf } from '#lib/digests.ts';

export const QUEUE_PAGE = 30;

export type Sections = 'all' | readonly string[];
type State = (typeof COMMENT_STATES)[number];
type Cursor = { at: Date; id: string };

export type Asked = { pile: Pile; folded: string; state?: State | undefined; after: Cursor | null };

/** What lies on a pile, as a condition that one of the indexes answers. */
function onPile(from: Reader, pile: Pile): SQL | undefined {
  switch (pile) {
    case 'waiting':
    case 'held':
    case 'spam':
      return and(eq(comments.state, 'waiting'), eq(comments.lane, pile));
    case 'reported':
      return and(
        eq(comments.state, 'approved'),
        inArray(
          comments.id,
          from
            .select({ id: commentReports.commentId })
            .from(commentReports)
            .where(isNull(commentReports.settledAt)),
        ),
      );
    case 'appeals':
      return inArray(
        comments.id,
        from
          .select({ id: commentAppeals.commentId })
          .from(commentAppeals)
          .where(isNull(commentAppeals.answer)),
      );
    case 'all':
      return undefined;
  }
}

/** What waits longest comes first; where everything is, the newest does. */
const isOldestFirst = (pile: Pile) => pile !== 'all' && pile !== 'spam';

/** Asks once for each section, so that an index has the rows in their order already. */
function eachSection(sections: Sections): (SQL | undefined)[] {
  return sections === 'all' ? [undefined] : sections.map((id) => eq(comments.sectionId, id));
}

/** The comments of one page of a pile and of a row more, which tells that there are others. */
export async function pileRows(from: Reader, sections: Sections, asked: Asked) {
  const oldest = isOldestFirst(asked.pile);
  const parts = [];
  // Words are looked for in one go: no index has them in any order.
  const searched = asked.folded !== '' && sections !== 'all';
  const heres = searched ? [inArray(comments.sectionId, [...sections])] : eachSection(sections);
  for (const here of heres) parts.push(await rowsOf(from, here, asked, oldest));
  const sign = oldest ? 1 : -1;
  return parts
    .flat()
    .sort((a, b) => sign * (a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)))
    .slice(0, QUEUE_PAGE + 1);
}

function rowsOf(from: Reader, here: SQL | undefined, asked: Asked, oldest: boolean) {
  const direction = oldest ? asc : desc;
  return from
    .select({
      id: comments.id,
      revisionId: comments.latestRevisionId,
      state: comments.state,
      lane: comments.lane,
      name: commentRevisions.name,
      text: commentRevisions.text,
      redacted: commentRevisions.redactionReason,
      at: comments.createdAt,
      commenterId: comments.commenterId,
      personId: comments.personId,
      sharedNameId: comments.sharedNameId,
      storyId: comments.storyId,
      sectionId: comments.sectionId,
      threadId: comments.threadId,
      parentId: comments.parentId,
      path: live.path,
      headline: live.headline,
      open: stories.commentsOpen,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .leftJoin(live, eq(live.storyId, comments.storyId))
    .where(
      and(
        here,
        onPile(from, asked.pile),
        asked.state ? eq(comments.state, asked.state) : undefined,
        asked.after ? beyond(asked.after, oldest) : undefined,
        asked.folded ? says(from, asked.folded) : undefined,
      ),
    )
    .orderBy(direction(comments.createdAt), direction(comments.id))
    .limit(QUEUE_PAGE + 1);
}

function beyond({ at, id }: Cursor, oldest: boolean): SQL | undefined {
  const further = oldest ? gt : lt;
  // The first condition says nothing new: by it the index begins at the right place.
  return and(
    oldest ? gte(comments.createdAt, at) : lte(comments.createdAt, at),
    or(further(comments.createdAt, at), and(eq(comments.createdAt, at), further(comments.id, id))),
  );
}

function says(from: Reader, folded: string): SQL {
  return inArray(
    comments.id,
    from
      .select({ id: commentWords.commentId })
      .from(commentWords)
      .where(containsFolded(commentWords.folded, folded)),
  );
}

/** How much lies on each pile, and a stamp that is another one once something came or was decided. */
export async function newsOf(from: Reader, sections: Sections): Promise<News> {
  const counts = { waiting: 0, reported: 0, held: 0, spam: 0, appeals: 0, all: 0 };
  for (const pile of PILES) counts[pile] = await countOf(from, sections, onPile(from, pile));
  const [newest] = await from
    .select({ id: comments.latestRevisionId })
    .from(comments)
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(1);
  const [decided] = await from
    .select({ id: commentDecisions.id })
    .from(commentDecisions)
    .orderBy(desc(commentDecisions.madeAt))
    .limit(1);
  const parts = [counts, newest?.id ?? '', decided?.id ?? ''];
  return { counts, stamp: digestOf(JSON.stringify(parts)).slice(0, 16) };
}

/** How many lie where somebody has to look, which is not among the spam: for every page of the desk. */
export async function waitingCount(from: Reader, sections: Sections): Promise<number> {
  let sum = 0;
  for (const pile of ['waiting', 'reported', 'held'] as const) {
    sum += await countOf(from, sections, onPile(from, pile));
  }
  return Math.min(sum, COUNTED);
}

async function countOf(from: Reader, sections: Sections, which: SQL | undefined): Promise<number> {
  let sum = 0;
  for (const here of eachSection(sections)) {
    const some = from
      .select({ id: comments.id })
      .from(comments)
      .where(and(here, which))
      .limit(COUNTED)
      .as('some');
    const [row] = await from.select({ comments: count() }).from(some);
    sum += row?.comments ?? 0;
  }
  return Math.min(sum, COUNTED);
}
