import type { z } from 'zod';
import type { PolicyInput } from '#features/screening/input.ts';

/** What a place says of its own; what it leaves out is as the wider place has it. */
export type PartialPolicy = z.output<typeof PolicyInput>;

export const MAX_TEXT = 5_000;

/** What holds for one story, or for whoever asks about the whole site. */
export type CommentPolicy = {
  /** `pre`: nothing appears before somebody has read it. `post`: what nothing speaks against does. */
  moderation: 'pre' | 'post';
  /** Where comments appear at once: whether somebody's first one waits all the same. */
  firstComment: boolean;
  /** So many days after a story came out its comments close. 0: they do not. */
  closeAfterDays: number;
  maxLength: number;
  /** More links than this are looked at before. */
  maxLinks: number;
  /** Seconds between two comments of one person. 0: as they come. */
  slowSeconds: number;
  holdWords: readonly string[];
  spamWords: readonly string[];
  rejectWords: readonly string[];
};

export const DEFAULT_POLICY: CommentPolicy = {
  moderation: 'pre',
  firstComment: true,
  closeAfterDays: 0,
  maxLength: MAX_TEXT,
  maxLinks: 2,
  slowSeconds: 0,
  holdWords: [],
  spamWords: [],
  rejectWords: [],
};

/** From the widest place to the narrowest: the narrower says it, and lists of words add up. */
export function policyOf(places: readonly PartialPolicy[]): CommentPolicy {
  let policy = DEFAULT_POLICY;
  for (const { holdWords, spamWords, rejectWords, ...own } of places) {
    const said = Object.entries(own).filter(([, value]) => value !== undefined);
    policy = {
      ...policy,
      ...Object.fromEntries(said),
      holdWords: [...policy.holdWords, ...(holdWords ?? [])],
      spamWords: [...policy.spamWords, ...(spamWords ?? [])],
      rejectWords: [...policy.rejectWords, ...(rejectWords ?? [])],
    };
  }
  return policy;
}
