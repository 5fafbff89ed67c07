import type {
  commentCounts,
  commentDecisions,
  commentRevisions,
  comments,
} from '#db/schema/comments.ts';
import type { commentThreads } from '#db/schema/discussions.ts';
import type { Dice, Ids } from '#features/sample/internal/archive/dice.ts';
import { type Cast, say } from '#features/sample/internal/archive/grammar.ts';
import { MADE_BY } from '#features/sample/internal/archive/rows.ts';

const MINUTE_MS = 60_000;
/** Of those under stories of the last days; everything older has been judged. */
const WAITING = 0.3;
const FRESH_MS = 3 * 24 * 60 * MINUTE_MS;
const REJECTED = 0.06;
const ANSWERS = 0.4;
const COMES_BACK = 0.3;

export type Talk = {
  comments: (typeof comments.$inferSelect)[];
  revisions: (typeof commentRevisions.$inferSelect)[];
  decisions: (typeof commentDecisions.$inferSelect)[];
  threads: (typeof commentThreads.$inferSelect)[];
  counts: (typeof commentCounts.$inferSelect)[];
};

export function noTalk(): Talk {
  return { comments: [], revisions: [], decisions: [], threads: [], counts: [] };
}

/** What readers and the newsroom may do with a comment and have not. */
const UNTOUCHED = { sharedNameId: null, recommended: 0, pickedAt: null };

type Reader = { id: string; name: string };
type Under = {
  storyId: string;
  sectionId: string;
  at: number;
  until: number;
  count: number;
  cast: Cast;
};

/**
 * Adds the discussion of one story. Its writers have names and no addresses, like those who had
 * theirs erased: nothing of an archive is in the store of addresses.
 */
export function talk(
  rows: Talk,
  ids: Ids,
  chance: Dice,
  names: readonly string[],
  { storyId, sectionId, at, until, count, cast }: Under,
): void {
  const readers: Reader[] = [];
  const shown: { id: string; threadId: string }[] = [];
  const threads = new Map<string, typeof commentThreads.$inferSelect>();
  const fresh = until - at < FRESH_MS;
  // Half of what will be said is said in the first sixth of the time.
  const spread = Math.min(until - at, chance.between(1, 6) * 24 * 60 * MINUTE_MS);
  const moments = Array.from({ length: count }, () =>
    Math.floor(at + spread * chance.part() ** 2.6),
  );
  let judged = 0;
  for (const moment of moments.sort((a, b) => a - b)) {
    const known = readers.length > 0 && chance.happens(COMES_BACK);
    const reader = known ? chance.pick(readers) : { id: ids.next(), name: nameOf(chance, names) };
    if (!known) readers.push(reader);
    const parent = shown.length > 0 && chance.happens(ANSWERS) ? chance.pick(shown) : null;
    const id = ids.next();
    const threadId = parent?.threadId ?? id;
    const revisionId = ids.next();
    const state = verdict(chance, fresh);
    const createdAt = new Date(moment);
    rows.comments.push({
      id,
      storyId,
      sectionId,
      parentId: parent?.id ?? null,
      threadId,
      commenterId: reader.id,
      personId: null,
      state,
      lane: 'waiting',
      shownRevisionId: state === 'approved' ? revisionId : null,
      latestRevisionId: revisionId,
      tokenDigest: ids.digest(),
      createdAt,
      sample: true,
      ...UNTOUCHED,
    });
    const text = remark(chance, cast);
    rows.revisions.push({
      id: revisionId,
      commentId: id,
      number: 1,
      name: reader.name,
      text,
      createdAt,
      redactedAt: null,
      redactionReason: null,
    });
    if (state === 'waiting') continue;
    judged += 1;
    const madeAt = new Date(Math.min(until, moment + chance.between(1, 90) * MINUTE_MS));
    rows.decisions.push({
      id: ids.next(),
      commentId: id,
      revisionId,
      verdict: state,
      rule: state === 'rejected' ? 'off-topic' : '',
      reason: '',
      madeBy: MADE_BY,
      madeAt,
    });
    if (state !== 'approved') continue;
    shown.push({ id, threadId });
    const thread = threads.get(threadId);
    if (thread) thread.shown += 1;
    else threads.set(threadId, { id, storyId, beganAt: createdAt, shown: 1, recommended: 0 });
  }
  rows.threads.push(...threads.values());
  if (judged > 0) rows.counts.push({ storyId, approved: shown.length, threads: threads.size });
}

function verdict(chance: Dice, fresh: boolean): 'waiting' | 'approved' | 'rejected' {
  if (fresh && chance.happens(WAITING)) return 'waiting';
  return chance.happens(REJECTED) ? 'rejected' : 'approved';
}

function nameOf(chance: Dice, names: readonly string[]): string {
  const name = chance.pick(names);
  return chance.happens(0.4) ? (name.split(' ')[0] ?? name) : name;
}

function remark(chance: Dice, cast: Cast): string {
  let text = say(chance, 'remark', cast);
  for (let more = chance.below(4); more > 0; more -= 1) text += ` ${say(chance, 'remark', cast)}`;
  return chance.happens(0.1) ? `${text}\n\n${say(chance, 'remark', cast)}` : text;
}
