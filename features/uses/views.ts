/** A story that uses a picture, in its newest text or in what readers see. */
export type Use = {
  storyId: string;
  headline: string;
  section: string;
  /** Where readers see it; empty for what they do not. */
  path: string;
  /** True if it is only in a newer text, or only still in the one that readers see. */
  where: 'both' | 'newest' | 'live';
};

export type Uses = {
  stories: Use[];
  /** How many there are, of which the list may show the newest only. */
  total: number;
  /** Stories whose older texts alone use it. */
  older: number;
};

/** What became of one story when a picture was replaced everywhere. */
export type Replaced = { storyId: string; headline: string; refused: string | null };

export type Replacement = {
  stories: Replaced[];
  /** How many are left for another turn. */
  left: number;
  /** How many use it that are not of this person's sections. */
  elsewhere: number;
};
