import type { FrontStood } from '#db/schema/fronts.ts';
import type { Candidates } from '#features/fronts/makings.ts';
import type { Pins } from '#features/fronts/pins.ts';
import type { Verdict } from '#features/people/actor.ts';
import type { SectionView } from '#features/sections/views.ts';
import type { Placeable } from '#features/stories/views.ts';

/** What breaks, as readers see it. Without an address it is a sentence only. */
export type BannerView = { text: string; path: string | null; endsAt: Date };

/** A front open on the desk. */
export type FrontDesk = {
  /** `home`, or `section:{id}`. */
  front: string;
  name: string;
  publicPath: string;
  /** The number of the newest revision; 0 if nobody has arranged it. */
  number: number;
  by: string;
  at: Date | null;
  pins: Pins;
  candidates: Candidates;
  /** What is known of the pinned stories. One that this person may not see is not in it. */
  stories: Record<string, Placeable>;
  sections: SectionView[];
  language: string;
  mayArrange: Verdict;
};

/** A front's revision in its history. */
export type FrontHistoryRow = {
  number: number;
  by: string;
  at: Date;
  restored: number | null;
  stood: FrontStood;
};

export type FrontHistory = { rows: FrontHistoryRow[]; page: number; pages: number };

/** What the desk is told after it sent an arrangement; in a conflict, how the front is now. */
export type FrontAnswer =
  | { ok: true; value: FrontDesk }
  | { ok: false; why: string; theirs: FrontDesk | null };

/** The banner for those who set it. */
export type BannerDesk = {
  id: string;
  text: string;
  storyId: string | null;
  headline: string;
  endsAt: Date;
  by: string;
  at: Date;
};
