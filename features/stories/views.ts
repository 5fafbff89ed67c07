import type { CORRECTION_KINDS, SEVERITIES } from '#db/schema/corrections.ts';
import type { CardPicture } from '#db/schema/readers.ts';
import type { BYLINE_ROLES, KINDS } from '#db/schema/stories.ts';
import type { PictureView } from '#features/media/views.ts';
import type { Body } from '#features/stories/body.ts';
import type { StoryContent } from '#features/stories/input.ts';
import type { StoryState } from '#features/stories/lifecycle.ts';
import type { Refusal } from '#lib/result.ts';

export type Kind = (typeof KINDS)[number];
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
export type Severity = (typeof SEVERITIES)[number];
export type BylineRole = (typeof BYLINE_ROLES)[number];

/** A story in a list: kicker, headline, perhaps a sentence, a time. */
export type Card = {
  id: string;
  /** The same for all languages of a story. */
  group: string;
  path: string;
  kind: Kind;
  language: string;
  kicker: string;
  headline: string;
  standfirst: string;
  byline: string;
  picture: CardPicture | null;
  publishedAt: Date;
  updatedAt: Date | null;
};

/** A story that can be put on a front; `card` is how readers see it now, if they do. */
export type Placeable = {
  id: string;
  headline: string;
  language: string;
  section: string;
  state: StoryState;
  card: Card | null;
  /** When it is to be published, if that is decided and has not happened. */
  comesAt: Date | null;
};

export type BylineView = { name: string; path: string; role: BylineRole };
export type TermView = { id: string; name: string; path: string };
export type PictureUse = PictureView & { alt: string; caption: string; credit: string };

/** What readers are told about a story that was not right. */
export type CorrectionView = {
  id: string;
  kind: CorrectionKind;
  severity: Severity;
  text: string;
  at: Date;
};

/** The same in the list of all of them; without a story if readers do not have it any more. */
export type ListedCorrection = CorrectionView & {
  story: { headline: string; path: string; language: string } | null;
  /** Of a story that was withdrawn, as it was then. */
  headline: string;
};

export type CorrectionPage = { corrections: ListedCorrection[]; page: number; pages: number };

/** The same for the desk: who said it, when, with which text, and whether it still holds. */
export type DeskCorrection = Omit<CorrectionView, 'at'> & {
  by: string;
  madeAt: Date;
  shownAt: Date | null;
  revisionNumber: number;
  takenBack: { at: Date; by: string; why: string } | null;
};

/** Everything that a story's page shows, and nothing that it does not. */
export type StoryView = {
  id: string;
  path: string;
  kind: Kind;
  language: string;
  section: { id: string; name: string; path: string };
  headline: string;
  standfirst: string;
  search: { title: string; description: string };
  dateline: { place: string; date: string | null } | null;
  bylines: BylineView[];
  publishedAt: Date;
  updatedAt: Date | null;
  picture: PictureUse | null;
  body: Body;
  /** The pictures that the body uses, by id. */
  pictures: Record<string, PictureView>;
  topics: TermView[];
  places: TermView[];
  translations: { language: string; headline: string; path: string }[];
  corrections: CorrectionView[];
  sourceLine: string;
  words: number;
  commentsOpen: boolean;
};

/** One numbered page of a list. `pages` is at least 1. */
export type CardPage = { cards: Card[]; page: number; pages: number; total: number };

/** A story in the desk's list, by its newest revision. */
export type DeskRow = {
  id: string;
  revisionId: string;
  headline: string;
  section: string;
  language: string;
  kind: Kind;
  state: StoryState;
  changedAt: Date;
  /** What was decided to happen to it by itself. */
  due: { act: 'publish' | 'replace' | 'withdraw'; at: Date } | null;
  writer: string;
  publicPath: string | null;
};

/** One numbered page of the desk's list. `states` counts what fits the filter but for its state. */
export type DeskPage = {
  rows: DeskRow[];
  page: number;
  pages: number;
  total: number;
  states: Partial<Record<StoryState, number>>;
};

/** A story as it is offered to whoever looks for one by name. */
export type FoundStory = Pick<DeskRow, 'id' | 'headline' | 'state' | 'language'>;

/** Whether an act is possible now; if not, whether it is this person's role or the state. */
export type Button = { allowed: true } | { allowed: false; why: string; because: 'role' | 'state' };

export type DeskAct =
  | 'write'
  | 'submit'
  | 'take back'
  | 'return'
  | 'approve'
  | 'take approval back'
  | 'publish'
  | 'schedule'
  | 'cancel schedule'
  | 'take down'
  | 'cancel take down'
  | 'embargo'
  | 'lift embargo'
  | 'withdraw'
  | 'correct'
  | 'share'
  | 'move'
  | 'comments';

export type Buttons = Record<DeskAct, Button>;

/** What is to happen to a story by itself, and who decided it. */
export type Plans = {
  publication: {
    at: Date;
    /** When it really goes out: an embargo may end later than the hour that was set. */
    from: Date;
    revisionNumber: number;
    by: string;
  } | null;
  takeDown: { at: Date; by: string } | null;
  embargo: { until: Date; by: string } | null;
};

export const NO_PLANS: Plans = { publication: null, takeDown: null, embargo: null };

/** One thing that happens by itself, in the desk's list of them. */
export type PlannedRow = {
  storyId: string;
  headline: string;
  language: string;
  section: string;
  what: 'published' | 'changed' | 'taken down' | 'embargo ends';
  at: Date;
  revisionNumber: number;
  by: string;
  /** Why it does not happen at its moment, as things are: an embargo, a hold. */
  heldUp: 'embargo' | 'hold' | null;
};

/** A story open in the editor. */
export type EditorView = {
  id: string;
  revisionId: string;
  revisionNumber: number;
  version: number;
  state: StoryState;
  kind: Kind;
  language: string;
  sectionId: string;
  slug: string;
  publicPath: string | null;
  liveRevisionNumber: number | null;
  headline: string;
  shortHeadline: string;
  searchTitle: string;
  searchDescription: string;
  standfirst: string;
  datelinePlace: string;
  datelineDate: string | null;
  body: Body;
  bylines: { authorId: string; name: string; role: BylineRole }[];
  topics: string[];
  places: string[];
  picture: { pictureId: string; alt: string; caption: string; credit: string } | null;
  /** The pictures that the text and the lead use, by id. */
  pictures: Record<string, PictureView>;
  sourceLine: string;
  notes: string;
  commentsOpen: boolean;
  changedAt: Date;
  changedBy: string;
  submission: { by: string; at: Date; note: string; revisionNumber: number } | null;
  /** What the last answer to a submission said, while it is still about the newest text. */
  answer: { by: string; at: Date; note: string } | null;
  plans: Plans;
  corrections: DeskCorrection[];
  /** Links of the saved text to pages of this site that readers would not find. */
  brokenLinks: string[];
  /** Other stories that no reader has had and that were saved with the same address. */
  namesakes: { id: string; headline: string }[];
  /** Why it may go out although a check says otherwise. */
  reasons: { code: string; subject: string; reason: string; by: string; at: Date }[];
  buttons: Buttons;
  /** The same once what is being typed has been saved as a new revision. */
  afterSave: Buttons;
};

/** What the editor is told: the story as it is now, or why not, and in a conflict the other text. */
export type EditorAnswer =
  | { ok: true; value: EditorView }
  | {
      ok: false;
      code: Refusal['code'];
      why: string;
      fields: Record<string, string>;
      theirs: EditorView | null;
      /** In a conflict the revision that the refused text was written on. */
      base: RevisionText | null;
    };

/** A story of the newsroom's own that a link may lead to. */
export type LinkTarget = { path: string; headline: string; publishedAt: Date };

/** Text that was typed and never saved as a revision, with the revision that it was written on. */
export type KeptText = {
  /** Of the editor that it was typed in. */
  id: string;
  personId: string;
  /** Empty for a story that has no revision yet. */
  storyId: string;
  basedOn: string;
  sequence: number;
  at: string;
  /** Somebody is typing in it now, on another device or in another window. */
  open?: boolean;
  /** As it was in the editor, which may have been an older one: to be read with care. */
  draft: unknown;
};

/** What a revision says, in the shape in which the editor holds it. */
export type RevisionText = {
  id: string;
  number: number;
  fields: Omit<StoryContent, 'body' | 'bylines'> & Pick<EditorView, 'bylines'>;
  body: Body;
};

/** Something that was decided about a revision, until when it held, and how it ended. */
export type Decision = {
  what: string;
  by: string;
  at: Date;
  until: Date | null;
  ended: string | null;
};

/** One page of a story's revisions, for its desk. */
export type RevisionsPage = {
  storyId: string;
  headline: string;
  language: string;
  headId: string;
  liveId: string | null;
  /** Why this person cannot name or restore one; null for whoever can. */
  whyNot: string | null;
  page: number;
  pages: number;
  total: number;
  rows: {
    id: string;
    number: number;
    headline: string;
    words: number;
    name: string;
    restoredFrom: number | null;
    by: string;
    at: Date;
    /** Why its text was taken away for good, if it was. */
    redacted: string | null;
    decisions: Decision[];
  }[];
};

/** What one of the staff said about a story; `quote` is the passage that it is about, if any. */
export type StaffComment = {
  id: string;
  by: string;
  at: string;
  text: string;
  /** Whoever reads it has written it. */
  own: boolean;
  edited: string | null;
  /** Taken back by whoever wrote it, and there only because it was answered. */
  deleted: boolean;
  quote: string;
  before: string;
  after: string;
  revisionNumber: number;
  resolved: { by: string; at: string } | null;
};
export type Thread = StaffComment & { answers: StaffComment[] };

/** What the staff said about a story, and who can be called. Never part of a view of readers. */
export type Discussion = {
  threads: Thread[];
  people: { id: string; name: string }[];
  /** How many of its mentions this person has not seen. */
  unseen: number;
};

/** One page of the places where a person was called. */
export type MentionsPage = {
  page: number;
  pages: number;
  rows: {
    id: string;
    storyId: string;
    headline: string;
    by: string;
    at: Date;
    text: string;
    quote: string;
    seen: boolean;
  }[];
};

/** Who else has a story open, and what has been saved meanwhile. */
export type Company = {
  others: { id: string; name: string; field: string; since: string; you: boolean }[];
  newest: { revisionId: string; number: number; by: string; at: string };
  /** Another word as soon as anything was said among the staff, answered or resolved. */
  discussed: string;
};

/** The newest text beside the one that was begun from, which is null if it cannot be had. */
export type CaughtUp = { theirs: EditorView; base: RevisionText | null };

/** What the editor's fields choose from. */
export type Choices = {
  sections: { id: string; name: string; slug: string }[];
  kinds: readonly Kind[];
  languages: { code: string; name: string }[];
  authors: { id: string; name: string; guest: boolean }[];
  /** Where readers will find the story. */
  host: string;
};
