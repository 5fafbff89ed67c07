import type { deskList } from '#db/schema/desk.ts';
import type { pictureUses } from '#db/schema/pictures.ts';
import type { live, liveLists } from '#db/schema/readers.ts';
import type { paths } from '#db/schema/site.ts';
import type {
  bylines,
  publications,
  revisions,
  revisionTerms,
  stories,
} from '#db/schema/stories.ts';
import type { Dice, Ids } from '#features/sample/internal/archive/dice.ts';
import { say } from '#features/sample/internal/archive/grammar.ts';
import type { Plan } from '#features/sample/internal/archive/plan.ts';
import { type Prose, write } from '#features/sample/internal/archive/prose.ts';
import type { NewlyLive } from '#features/search/jobs.ts';
import { BODY_VERSION } from '#features/stories/body.ts';
import { deskListRow } from '#features/stories/finding.ts';
import { listRows, liveRow } from '#features/stories/standing.ts';
import { slugify, storyPath } from '#lib/paths.ts';

const HOUR_MS = 3_600_000;
/** Room for what makes a slug one of a kind; see MAX_SLUG. */
const LONGEST_SLUG = 68;
export const MADE_BY = 'system:archive';

/** Rows of many stories, gathered to be inserted together. Foreign keys decide the order. */
export type Rows = {
  stories: (typeof stories.$inferSelect)[];
  revisions: (typeof revisions.$inferSelect)[];
  bylines: (typeof bylines.$inferSelect)[];
  revisionTerms: (typeof revisionTerms.$inferSelect)[];
  pictureUses: (typeof pictureUses.$inferSelect)[];
  publications: (typeof publications.$inferSelect)[];
  paths: (typeof paths.$inferSelect)[];
  deskList: (typeof deskList.$inferSelect)[];
  live: (typeof live.$inferSelect)[];
  liveLists: (typeof liveLists.$inferSelect)[];
};

export function noRows(): Rows {
  return {
    stories: [],
    revisions: [],
    bylines: [],
    revisionTerms: [],
    pictureUses: [],
    publications: [],
    paths: [],
    deskList: [],
    live: [],
    liveLists: [],
  };
}

type Told = { headline: string; standfirst: string; prose: Prose };

/** Adds a story with all that a publication leaves behind. The answer is what readers can find. */
export function tell(rows: Rows, ids: Ids, chance: Dice, plan: Plan): NewlyLive | null {
  const { section, at, updatedAt, withdrawnAt, cast } = plan;
  const storyId = ids.next();
  const told: Told = {
    headline: say(chance, 'headline', cast),
    standfirst: write(chance, cast, 12).text.split('\n')[0] ?? '',
    prose: write(chance, cast, plan.words),
  };
  const slug = `${slugify(told.headline).slice(0, LONGEST_SLUG).replace(/-+$/, '')}-${storyId.slice(-8)}`;
  const story = {
    id: storyId,
    kind: plan.kind,
    sectionId: section.id,
    slug,
    language: 'en',
    translationGroupId: ids.next(),
    version: updatedAt ? 2 : 1,
    commentsOpen: plan.commentsOpen,
    createdBy: null,
    createdAt: new Date(at - chance.between(1, 30) * HOUR_MS),
    changedAt: new Date(updatedAt ?? at),
    firstPublishedAt: new Date(at),
    updatedAt: updatedAt ? new Date(updatedAt) : null,
    sourceSystem: null,
    sourceId: null,
    sourceFile: null,
    sample: true,
  };
  rows.stories.push(story);
  const first = addRevision(rows, ids, plan, story, told, null);
  let shown = first;
  if (updatedAt) {
    const more = write(chance, cast, 30);
    const content = [...told.prose.body.content, ...more.body.content];
    told.prose = {
      body: { type: 'doc', content },
      text: `${told.prose.text}\n${more.text}`,
      words: told.prose.words + more.words,
    };
    shown = addRevision(rows, ids, plan, story, told, first);
    addPublication(rows, ids, { storyId, revisionId: first.id, from: at, to: updatedAt });
  }
  const from = updatedAt ?? at;
  const gone = withdrawnAt && withdrawnAt > from ? withdrawnAt : null;
  addPublication(rows, ids, { storyId, revisionId: shown.id, from, withdrawnAt: gone });
  const path = storyPath(section.slug, slug);
  rows.paths.push({
    path,
    state: gone ? 'gone' : 'here',
    noun: 'story',
    thingId: storyId,
    target: null,
    since: new Date(gone ?? at),
  });
  const people = plan.authors.map(({ id, name }) => ({ authorId: id, name, role: 'by' }));
  rows.deskList.push(
    deskListRow({
      story,
      head: shown,
      state: gone ? 'withdrawn' : 'live',
      dueAt: null,
      names: people.map(({ name }) => name),
    }),
  );
  if (gone) return null;
  const place = {
    story,
    firstPublishedAt: story.firstPublishedAt,
    revision: shown,
    section,
    path,
    people,
    terms: [...plan.topics, ...plan.places],
    picture: plan.picture,
  };
  rows.live.push(liveRow(place));
  rows.liveLists.push(...listRows(place));
  const names = [shown.datelinePlace, ...[...place.people, ...place.terms].map((one) => one.name)];
  const { headline, standfirst, prose } = told;
  const { firstPublishedAt: publishedAt } = story;
  return { storyId, publishedAt, headline, standfirst, names, body: prose.text };
}

function addRevision(
  rows: Rows,
  ids: Ids,
  plan: Plan,
  story: { id: string; createdAt: Date },
  { headline, standfirst, prose }: Told,
  before: { id: string } | null,
) {
  const revision = {
    id: ids.next(),
    storyId: story.id,
    number: before ? 2 : 1,
    basedOnId: before?.id ?? null,
    headline,
    shortHeadline: '',
    searchTitle: '',
    searchDescription: '',
    standfirst,
    datelinePlace: plan.dateline ? plan.cast.town : '',
    datelineDate: null,
    body: prose.body,
    bodyVersion: BODY_VERSION,
    words: prose.words,
    pictureId: plan.picture?.id ?? null,
    pictureAlt: '',
    pictureCaption: '',
    pictureCredit: '',
    sourceLine: '',
    notes: '',
    name: null,
    restoredFromId: null,
    redactedAt: null,
    redactionReason: null,
    createdBy: MADE_BY,
    createdAt: before ? new Date(plan.updatedAt ?? plan.at) : story.createdAt,
  };
  rows.revisions.push(revision);
  if (plan.picture) {
    rows.pictureUses.push({ revisionId: revision.id, pictureId: plan.picture.id });
  }
  for (const [position, author] of plan.authors.entries()) {
    rows.bylines.push({ revisionId: revision.id, position, authorId: author.id, role: 'by' });
  }
  for (const [position, term] of [...plan.topics, ...plan.places].entries()) {
    const { id: termId, name: spelled } = term;
    rows.revisionTerms.push({ revisionId: revision.id, termId, position, spelled });
  }
  return revision;
}

type Publication = {
  storyId: string;
  revisionId: string;
  from: number;
  to?: number;
  withdrawnAt?: number | null;
};

function addPublication(rows: Rows, ids: Ids, publication: Publication): void {
  const { storyId, revisionId, from, to, withdrawnAt } = publication;
  const ended = to ?? withdrawnAt ?? null;
  const how = to ? 'replaced' : 'withdrawn';
  rows.publications.push({
    id: ids.next(),
    storyId,
    revisionId,
    startedAt: new Date(from),
    startedBy: MADE_BY,
    endedAt: ended ? new Date(ended) : null,
    endedBy: ended ? MADE_BY : null,
    endedAs: ended ? how : null,
    reason: '',
    openFor: ended ? null : storyId,
  });
}
