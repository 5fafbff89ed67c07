import { and, count, eq, max } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { each, prepared, preparedWrite, type The } from '#db/prepared.ts';
import { comments } from '#db/schema/comments.ts';
import { type Span, screenings } from '#db/schema/screening.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { Found } from '#features/comments/internal/discussion.ts';
import { saidLately } from '#features/comments/internal/words.ts';
import type { CommentPolicy } from '#features/screening/comment-policy.ts';
import type { Context, DoorContext } from '#features/screening/context.ts';
import { screen } from '#features/screening/pipeline.ts';
import { banOn, closedAmong, commentPolicy } from '#features/screening/queries.ts';
import type { DoorRefusal, Screened } from '#features/screening/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import { scoreSpam } from '#features/spam/queries.ts';
import { NO_SIGNALS, type Signals } from '#features/spam/words.ts';
import { now } from '#lib/clock.ts';
import { dayAfter, dayIn, startOfDay } from '#lib/dates.ts';
import { incorrect, type Refusal, refuse } from '#lib/result.ts';

/** What the newsroom writes itself: nobody is asked about it. */
export const OWN_WORDS: Screened = { state: 'approved', lane: 'waiting', verdicts: [] };

export const NO_LIMITS = { exhausted: false, secondsLeft: 0 };

type Words = { name: string; text: string };

/** When a story's comments close by themselves: at a midnight of the newsroom's, or never. */
export async function closingTime(
  { firstPublishedAt }: { firstPublishedAt: Date | null },
  { closeAfterDays }: Pick<CommentPolicy, 'closeAfterDays'>,
): Promise<Date | null> {
  if (closeAfterDays === 0 || !firstPublishedAt) return null;
  const { timeZone } = await siteSettings();
  return startOfDay(dayAfter(dayIn(firstPublishedAt, timeZone), closeAfterDays + 1), timeZone);
}

/** What the phases at the door are told of a comment that wants to stand at a place. */
export async function doorContext(
  from: Reader,
  found: Found,
  words: Words,
  made: { edit: boolean; network: DoorContext['network'] },
  asked: Promise<CommentPolicy> = commentPolicy(from, found),
): Promise<DoorContext> {
  const policy = await asked;
  const closed = found.threadId ? await closedAmong(from, [found.threadId]) : new Set();
  return {
    at: now(),
    ...words,
    ...made,
    policy,
    story: { open: found.commentsOpen, closesAt: await closingTime(found, policy) },
    thread: { open: !closed.has(found.threadId ?? '') },
  };
}

/** What the door says, as an answer to whoever wrote. */
export function refusalOf(said: DoorRefusal | null): Refusal | null {
  if (!said) return null;
  return said.field ? incorrect({ [said.field]: said.why }) : refuse(said.code, said.why);
}

/** Who writes, and how it came. */
export type Writer = {
  /** The name under this story. */
  commenterId: string;
  /** All names of the same person, this one included. */
  names: readonly string[];
  throwAway?: boolean;
  signals?: Signals;
};

const judgedOf = prepared((on, the: The<{ names: readonly string[] }>) =>
  on
    .select({ state: comments.state, comments: count() })
    .from(comments)
    .where(isAmong(comments.commenterId, the('names')))
    .groupBy(comments.state),
);

const lastOf = prepared((on, the: The<{ commenterId: string; storyId: string }>) =>
  on
    .select({ at: max(comments.createdAt) })
    .from(comments)
    .where(and(eq(comments.commenterId, the('commenterId')), eq(comments.storyId, the('storyId')))),
);

/** Asks every phase. It takes the same statements whoever writes. */
export async function screened(
  from: Reader,
  door: DoorContext,
  {
    storyId,
    threadId,
    commentId,
  }: { storyId: string; threadId: string | null; commentId?: string },
  { commenterId, names, throwAway = false, signals = NO_SIGNALS }: Writer,
): Promise<Screened> {
  const judged = await judgedOf(from, { names });
  const [last] = await lastOf(from, { commenterId, storyId });
  const tally = (state: 'approved' | 'rejected') =>
    judged.find((row) => row.state === state)?.comments ?? 0;
  const { at, text, name } = door;
  const context: Context = {
    ...door,
    writer: {
      approved: tally('approved'),
      rejected: tally('rejected'),
      ban: await banOn(from, names, { threadId, at }),
      lastAt: last?.at ?? null,
      throwAway,
    },
    same: await saidLately(from, { storyId, text, at, ...(commentId ? { commentId } : {}) }),
    signals,
    looks: await scoreSpam({ text, name, signals }),
  };
  return screen(context);
}

type Kept = Omit<typeof screenings.$inferSelect, 'spans'> & { spans: readonly Span[] };

const keepVerdict = preparedWrite((on, the: The<Kept>) =>
  on
    .insert(screenings)
    .values(
      each(
        the,
        'revisionId',
        'position',
        'commentId',
        'phase',
        'outcome',
        'rule',
        'why',
        'spans',
        'madeAt',
      ),
    ),
);

/** All verdicts on one revision, for those who moderate and for the count. */
export async function keepScreening(
  tx: Tx,
  { commentId, revisionId }: { commentId: string; revisionId: string },
  { verdicts }: Screened,
): Promise<void> {
  const madeAt = now();
  for (const [position, verdict] of verdicts.entries()) {
    await keepVerdict(tx, { ...verdict, position, commentId, revisionId, madeAt });
  }
}
