import { and, eq, inArray } from 'drizzle-orm';
import { live } from '#db/schema/readers.ts';
import { sections } from '#db/schema/site.ts';
import { KINDS, revisions, stories } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { pictureViews } from '#features/media/queries.ts';
import type { Actor, Staff } from '#features/people/actor.ts';
import { authorOfPerson, bylineAuthors, staffNames } from '#features/people/queries.ts';
import { sectionList } from '#features/sections/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { picturesIn } from '#features/stories/body.ts';
import { buttonsFor } from '#features/stories/buttons.ts';
import { deskCorrections } from '#features/stories/corrections.ts';
import { type Filter, filterOf } from '#features/stories/finding.ts';
import { BULK_ACTS, type BulkAct, type StoryContent } from '#features/stories/input.ts';
import { brokenLinks, givenReasons } from '#features/stories/internal/checking.ts';
import { contentOf, namedContentOf } from '#features/stories/internal/content.ts';
import { factsOf } from '#features/stories/internal/decided.ts';
import { listedIds, narrowed, stateCounts } from '#features/stories/internal/desk-list.ts';
import { headsOf, listed, namesIn } from '#features/stories/internal/desk-rows.ts';
import { loadStory, type RevisionRow } from '#features/stories/internal/facts.ts';
import { plansOf } from '#features/stories/internal/plans.ts';
import { nameOf, numbersOf, review } from '#features/stories/internal/review.ts';
import { namesakesOf } from '#features/stories/internal/slugs.ts';
import { previewView } from '#features/stories/internal/story-view.ts';
import { liveStoriesLike, termNamesLike } from '#features/stories/internal/suggest.ts';
import { nextAct, type StoryState, stateOf, untouched } from '#features/stories/lifecycle.ts';
import { can } from '#features/stories/policy.ts';
import {
  type Choices,
  type DeskPage,
  type EditorView,
  type FoundStory,
  type LinkTarget,
  NO_PLANS,
  type StoryView,
} from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';
import { LANGUAGES } from '#lib/languages.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const PAGE = 50;

/**
 * One page of the stories that stand in this person's list and fit the filter, and how many of those
 * that fit are in which state.
 */
export async function deskStories(
  actor: Actor,
  { page = 1, filter = {} }: { page?: number; filter?: Filter } = {},
): Promise<Result<DeskPage>> {
  const scope = listed(actor);
  if (!scope) return refuse('forbidden', 'Only staff see the list of stories.');
  const { timeZone } = await siteSettings();
  const { state, ...others } = filter;
  const states = await stateCounts(and(scope.where, narrowed(others, timeZone)));
  const fitting = [...states.values()].reduce((sum, stories) => sum + stories, 0);
  const total = state ? (states.get(state) ?? 0) : fitting;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  if (page < 1 || page > pages) return refuse('missing', 'There is no such page.');
  const where = and(scope.where, narrowed(filter, timeZone));
  const ids = await listedIds(where, filter, { limit: PAGE, offset: (page - 1) * PAGE });
  return ok({ rows: await rowsOf(ids), page, pages, total, states: Object.fromEntries(states) });
}

const MOST_FOUND = 8;

/** The first few stories of this person's list that have these words. */
export async function findStories(actor: Actor, words: string): Promise<FoundStory[]> {
  const scope = listed(actor);
  if (!scope) return [];
  const where = and(scope.where, narrowed(filterOf({ q: words }), 'UTC'));
  const rows = await rowsOf(await listedIds(where, {}, { limit: MOST_FOUND, offset: 0 }));
  return rows.map(({ id, headline, state, language }) => ({ id, headline, state, language }));
}

/** What the list's filter chooses from. */
export async function listChoices() {
  return { sections: await sectionList(), authors: await bylineAuthors(), kinds: KINDS };
}

/** What this person's roles do with stories anywhere; each story is asked about when it is done. */
export function bulkActs(actor: Staff): BulkAct[] {
  const places = actor.grants.map(({ sectionId }) => sectionId ?? '');
  return BULK_ACTS.filter((act) =>
    places.some((sectionId) => can(actor, act, { sectionId, own: true, isPublic: true }).ok),
  );
}

async function rowsOf(ids: string[]): Promise<DeskPage['rows']> {
  if (ids.length === 0) return [];
  const rows = await read
    .select({
      id: stories.id,
      kind: stories.kind,
      language: stories.language,
      changedAt: stories.changedAt,
      createdBy: stories.createdBy,
      section: sections.name,
      publicPath: live.path,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(live, eq(live.storyId, stories.id))
    .where(inArray(stories.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const heads = await headsOf(read, ids);
  const facts = await factsOf(read, [...heads.values()]);
  const writers = await namesIn(
    read,
    [...heads.values()].map((head) => head.headId),
  );
  const makers = await staffNames(rows.flatMap((row) => row.createdBy ?? []));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const head = heads.get(id);
    const known = facts.get(id);
    if (!row || !head || !known) return [];
    const { createdBy, ...shown } = row;
    const names = writers.get(head.headId) ?? [];
    return {
      ...shown,
      headline: head.headline,
      revisionId: head.headId,
      state: stateOf(known),
      due: nextAct(known),
      writer: names.join(', ') || makers.get(createdBy ?? '') || '',
    };
  });
}

/** Everything that the editor shows of a story, and what this person may do with it now. */
export async function editorView(actor: Actor, storyId: string): Promise<Result<EditorView>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) {
    return refuse('missing', 'There is no such story.');
  }
  const { story, head, facts, policy } = loaded;
  const content = await namedContentOf(read, head);
  const [shown] = await read.select().from(live).where(eq(live.storyId, storyId));
  const numbers = await numbersOf(storyId, [facts.live?.revisionId, facts.submission?.revisionId]);
  const { submission, answer } = await review(loaded, numbers);
  return ok({
    id: story.id,
    revisionId: head.id,
    revisionNumber: head.number,
    version: story.version,
    state: stateOf(facts),
    kind: story.kind,
    language: story.language,
    sectionId: story.sectionId,
    slug: story.slug,
    publicPath: shown?.path ?? null,
    liveRevisionNumber: numbers.get(facts.live?.revisionId ?? '') ?? null,
    ...content,
    pictures: Object.fromEntries(await pictureViews(read, picturesOf(content))),
    commentsOpen: story.commentsOpen,
    changedAt: head.createdAt,
    changedBy: await nameOf(head.createdBy),
    submission,
    answer,
    plans: await plansOf(read, story.id),
    corrections: await deskCorrections(story.id),
    brokenLinks: await brokenLinks(content.body),
    namesakes: await namesakesOf(read, story, actor),
    reasons: await givenReasons(read, story.id),
    buttons: buttonsFor(actor, facts, policy, story.commentsOpen),
    afterSave: buttonsFor(actor, { ...facts, headId: 'next' }, policy, story.commentsOpen),
  });
}

function picturesOf({ body, picture }: StoryContent): string[] {
  return [...picturesIn(body), ...(picture ? [picture.pictureId] : [])];
}

/** What one revision of a story says, in the shape in which it is saved. */
export async function revisionContent(
  actor: Actor,
  storyId: string,
  revisionId: string,
): Promise<Result<StoryContent>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) {
    return refuse('missing', 'There is no such story.');
  }
  const [revision] = await read
    .select()
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)));
  return revision
    ? ok(await contentOf(read, revision))
    : refuse('missing', 'There is no such revision of this story.');
}

export type Preview = {
  view: StoryView;
  state: StoryState;
  revisionNumber: number;
  /** True if readers have exactly this text. */
  isShown: boolean;
};

/** The newest text, or that of one revision, as readers would see it at this moment. */
export async function previewOf(
  actor: Actor,
  storyId: string,
  { number }: { number?: number | undefined } = {},
): Promise<Result<Preview>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) {
    return refuse('missing', 'There is no such story.');
  }
  const { story, facts } = loaded;
  const revision = number === undefined ? loaded.head : await revisionOf(storyId, number);
  if (!revision) return refuse('missing', 'There is no such revision of this story.');
  const view = await previewView(read, story, revision);
  const isShown = facts.live?.revisionId === revision.id;
  return ok({ view, state: stateOf(facts), revisionNumber: revision.number, isShown });
}

async function revisionOf(storyId: string, number: number): Promise<RevisionRow | undefined> {
  const [row] = await read
    .select()
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), eq(revisions.number, number)));
  return row;
}

/** The editor with nothing in it, in the person's own name. */
export async function emptyEditor(
  actor: Actor,
  { sectionId, language }: { sectionId: string; language: string },
): Promise<Result<EditorView>> {
  const policy = { sectionId, own: true, isPublic: false };
  const verdict = can(actor, 'create', policy);
  if (!verdict.ok || actor.type !== 'staff') {
    return refuse('forbidden', verdict.ok ? 'Only staff write stories.' : verdict.why);
  }
  const authorId = await authorOfPerson(actor.id);
  const buttons = buttonsFor(actor, untouched(''), policy, true);
  return ok({
    id: '',
    revisionId: '',
    revisionNumber: 0,
    version: 0,
    state: 'draft',
    kind: 'news',
    language,
    sectionId,
    slug: '',
    publicPath: null,
    liveRevisionNumber: null,
    headline: '',
    shortHeadline: '',
    searchTitle: '',
    searchDescription: '',
    standfirst: '',
    datelinePlace: '',
    datelineDate: null,
    body: { type: 'doc', content: [] },
    bylines: authorId ? [{ authorId, name: actor.name, role: 'by' }] : [],
    topics: [],
    places: [],
    picture: null,
    pictures: {},
    sourceLine: '',
    notes: '',
    commentsOpen: true,
    changedAt: now(),
    changedBy: actor.name,
    submission: null,
    answer: null,
    plans: NO_PLANS,
    corrections: [],
    brokenLinks: [],
    namesakes: [],
    reasons: [],
    buttons,
    afterSave: buttons,
  });
}

/** Stories that a link may lead to; only those that readers have, since others have no page. */
export async function linkTargets(actor: Actor, words: string): Promise<LinkTarget[]> {
  if (actor.type !== 'staff' || !isAsked(words)) return [];
  return liveStoriesLike(read, words.trim());
}

/** Topics or places that may be meant by the letters that somebody has typed. */
export async function termSuggestions(
  actor: Actor,
  kind: 'topic' | 'place',
  letters: string,
): Promise<string[]> {
  if (actor.type !== 'staff' || !isAsked(letters)) return [];
  return termNamesLike(read, kind, letters);
}

function isAsked(text: string): boolean {
  return text.trim() !== '' && text.length <= 100 && !text.includes('\0');
}

/** What the editor's fields choose from: the sections are those that this person may write for. */
export async function editorChoices(actor: Actor): Promise<Choices> {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const all = await sectionList();
  return {
    sections: all
      .filter(({ id }) => can(actor, 'create', { sectionId: id, own: true, isPublic: false }).ok)
      .map(({ id, name, slug }) => ({ id, name, slug })),
    kinds: KINDS,
    languages: LANGUAGES.map((code) => ({ code, name: names.of(code) ?? code })),
    authors: await bylineAuthors(),
    host: new URL(env().siteUrl).host,
  };
}
