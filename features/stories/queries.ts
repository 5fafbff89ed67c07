import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { corrections } from '#db/schema/corrections.ts';
import { live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { terms } from '#db/schema/site.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { type Reader, read } from '#db/store.ts';
import { authorListTag } from '#features/people/tags.ts';
import { cardColumns, PAGE_SIZE, pageCount, toCard } from '#features/stories/internal/cards.ts';
import { correctionsOf } from '#features/stories/internal/corrections.ts';
import { type Related, relatedTo } from '#features/stories/internal/related.ts';
import { toTermView, viewOf } from '#features/stories/internal/story-view.ts';
import {
  correctionsTag,
  liveTag,
  sectionListTag,
  storyTag,
  termTag,
} from '#features/stories/tags.ts';
import type {
  Card,
  CardPage,
  CorrectionPage,
  CorrectionView,
  ListedCorrection,
  StoryView,
  TermView,
} from '#features/stories/views.ts';
import { keepUntilTouched, oncePerPage, remembered } from '#lib/cache.ts';

const shownAt = prepared((on, the: The<{ path: string }>) =>
  on
    .select({ live, story: stories, revision: revisions })
    .from(live)
    .innerJoin(stories, eq(stories.id, live.storyId))
    .innerJoin(revisions, eq(revisions.id, live.revisionId))
    .where(eq(live.path, the('path'))),
);

/** The story at a public path, or null. */
export const storyAt = oncePerPage(async (path: string): Promise<StoryView | null> => {
  const [row] = await shownAt(read, { path });
  if (!row) {
    keepUntilTouched(liveTag());
    return null;
  }
  const { story, revision } = row;
  const { firstPublishedAt: publishedAt, updatedAt } = row.live;
  const { view, tags } = await viewOf(read, { story, revision, path, publishedAt, updatedAt });
  keepUntilTouched(...tags);
  return view;
});

const newestCards = prepared((on, the: The<{ limit: number }>) =>
  on
    .select(cardColumns)
    .from(live)
    .orderBy(desc(live.firstPublishedAt), desc(live.storyId))
    .limit(the('limit')),
);

/** The newest live stories of the whole site. */
export const newestStories = remembered(
  'newest stories',
  async (limit: number): Promise<Card[]> => {
    keepUntilTouched(liveTag());
    return (await newestCards(read, { limit })).map(toCard);
  },
);

const newestCardsIn = prepared((on, the: The<{ sectionId: string; limit: number }>) =>
  on
    .select(cardColumns)
    .from(live)
    .where(eq(live.sectionId, the('sectionId')))
    .orderBy(desc(live.firstPublishedAt), desc(live.storyId))
    .limit(the('limit')),
);

/** The newest live stories of a section. */
export const newestInSection = remembered(
  'newest in section',
  async (sectionId: string, limit: number): Promise<Card[]> => {
    keepUntilTouched(sectionListTag(sectionId));
    return (await newestCardsIn(read, { sectionId, limit })).map(toCard);
  },
);

const idsInSection = prepared((on, the: The<{ sectionId: string; offset: number }>) =>
  on
    .select({ id: live.storyId })
    .from(live)
    .where(eq(live.sectionId, the('sectionId')))
    .orderBy(desc(live.firstPublishedAt), desc(live.storyId))
    .limit(PAGE_SIZE)
    .offset(the('offset')),
);

/** One numbered page of a section, newest first; null if there is no such page. */
export const sectionPageOf = oncePerPage(
  async (sectionId: string, page: number): Promise<CardPage | null> => {
    keepUntilTouched(sectionListTag(sectionId));
    const total = await liveCount('section', sectionId);
    if (page < 1 || page > pageCount(total)) return null;
    const ids = await idsInSection(read, { sectionId, offset: (page - 1) * PAGE_SIZE });
    return { cards: await cardsById(ids), page, pages: pageCount(total), total };
  },
);

/** One numbered page of a topic's, a place's or an author's stories. */
async function listPage(kind: 'term' | 'author', listId: string, page: number) {
  const total = await liveCount(kind, listId);
  if (page < 1 || page > pageCount(total)) return null;
  const ids = await read
    .select({ id: liveLists.storyId })
    .from(liveLists)
    .where(and(eq(liveLists.kind, kind), eq(liveLists.listId, listId)))
    .orderBy(desc(liveLists.firstPublishedAt), desc(liveLists.storyId))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { cards: await cardsById(ids), page, pages: pageCount(total), total };
}

export const authorPageOf = oncePerPage(
  async (authorId: string, page: number): Promise<CardPage | null> => {
    keepUntilTouched(authorListTag(authorId));
    return listPage('author', authorId, page);
  },
);

/** A topic or place with one page of its stories; null if nobody wrote about it, or no such page. */
export const termPageOf = oncePerPage(
  async (
    kind: 'topic' | 'place',
    slug: string,
    page: number,
  ): Promise<{ term: TermView; list: CardPage } | null> => {
    const [term] = await read
      .select({ id: terms.id, kind: terms.kind, slug: terms.slug, name: terms.name })
      .from(terms)
      .where(and(eq(terms.kind, kind), eq(terms.slug, slug)));
    const list = term ? await listPage('term', term.id, page) : null;
    // What only unpublished stories are about is not told from what nobody named.
    if (!term || !list || list.total === 0) {
      keepUntilTouched(liveTag());
      return null;
    }
    keepUntilTouched(termTag(term.id));
    return { term: toTermView(term), list };
  },
);

const counted = prepared((on, the: The<{ kind: string; listId: string }>) =>
  on
    .select({ stories: liveCounts.stories })
    .from(liveCounts)
    .where(and(eq(liveCounts.kind, the('kind')), eq(liveCounts.listId, the('listId')))),
);

async function liveCount(kind: 'section' | 'term' | 'author', listId: string): Promise<number> {
  const [row] = await counted(read, { kind, listId });
  return row?.stories ?? 0;
}

const cardsOf = prepared((on, the: The<{ ids: readonly string[] }>) =>
  on
    .select(cardColumns)
    .from(live)
    .where(isAmong(live.storyId, the('ids'))),
);

/** The live stories of these ids, in the order of the ids. */
export async function cardsById(ids: readonly { id: string }[]): Promise<Card[]> {
  if (ids.length === 0) return [];
  const rows = await cardsOf(read, { ids: ids.map((row) => row.id) });
  const byId = new Map(rows.map((row) => [row.id, toCard(row)]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}

/** "You may also like", for a live story. */
export function relatedStories(story: Related, limit: number): Promise<Card[]> {
  return relatedTo(story, limit);
}

const discussed = prepared((on, the: The<{ storyId: string }>) =>
  on
    .select({
      sectionId: stories.sectionId,
      language: stories.language,
      commentsOpen: stories.commentsOpen,
      firstPublishedAt: stories.firstPublishedAt,
      path: live.path,
      headline: live.headline,
    })
    .from(stories)
    .leftJoin(live, eq(live.storyId, stories.id))
    .where(eq(stories.id, the('storyId'))),
);

/** What a discussion needs to know of its story. Also for a story that is not live any more. */
export async function discussionOf(
  from: Reader,
  storyId: string,
): Promise<{
  storyId: string;
  path: string;
  headline: string;
  sectionId: string;
  language: string;
  commentsOpen: boolean;
  firstPublishedAt: Date | null;
  live: boolean;
} | null> {
  const [story] = await discussed(from, { storyId });
  if (!story) return null;
  const { path, headline } = story;
  return {
    ...story,
    storyId,
    path: path ?? '',
    headline: headline ?? '',
    live: path !== null,
  };
}

const idAt = prepared((on, the: The<{ path: string }>) =>
  on
    .select({ id: live.storyId })
    .from(live)
    .where(eq(live.path, the('path'))),
);

/** The id of the live story at a public path. */
export async function storyIdAt(from: Reader, path: string): Promise<string | null> {
  const [row] = await idAt(from, { path });
  return row?.id ?? null;
}

/** What readers were told about these stories, oldest first. */
export function correctionsOfStories(
  storyIds: readonly string[],
): Promise<Map<string, CorrectionView[]>> {
  return correctionsOf(read, storyIds);
}

/** Corrections on one numbered page of the list of all of them. */
const CORRECTIONS = 30;

/** One numbered page of what readers were told, newest first; null if there is no such page. */
export const correctionPage = oncePerPage(async (page: number): Promise<CorrectionPage | null> => {
  keepUntilTouched(correctionsTag());
  const told = and(isNotNull(corrections.shownAt), isNull(corrections.takenBackAt));
  const [counted] = await read.select({ total: count() }).from(corrections).where(told);
  const pages = Math.max(1, Math.ceil((counted?.total ?? 0) / CORRECTIONS));
  if (page < 1 || page > pages) return null;
  const rows = await read
    .select({ correction: corrections, live })
    .from(corrections)
    .leftJoin(live, eq(live.storyId, corrections.storyId))
    .where(told)
    .orderBy(desc(corrections.shownAt), desc(corrections.id))
    .limit(CORRECTIONS)
    .offset((page - 1) * CORRECTIONS);
  keepUntilTouched(...rows.map(({ correction }) => storyTag(correction.storyId)));
  const listed = rows.flatMap(({ correction, live: shown }): ListedCorrection[] => {
    const { id, kind, severity, text, headline, shownAt: at } = correction;
    const story = shown && { headline: shown.headline, path: shown.path, language: shown.language };
    return at ? [{ id, kind, severity, text, headline, at, story }] : [];
  });
  return { corrections: listed, page, pages };
});
