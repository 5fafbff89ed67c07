import { type Reader, read } from '#db/store.ts';
import { faceOf } from '#features/comments/faces.ts';
import { fold } from '#features/comments/folding.ts';
import { movesFrom } from '#features/comments/lifecycle.ts';
import { moderatedSections } from '#features/comments/policy.ts';
import { reportsOf } from '#features/comments/reports.ts';
import { heldAmong } from '#features/holds/queries.ts';
import { QueueInput } from '#features/moderation/input.ts';
import {
  appealsOf,
  lastDecisions,
  lastHeadlines,
  namesOf,
  notesOf,
  saidOf,
  textsOf,
} from '#features/moderation/internal/about.ts';
import { bansOf } from '#features/moderation/internal/bans.ts';
import { factsAbout } from '#features/moderation/internal/facts.ts';
import { ownDecision } from '#features/moderation/internal/own.ts';
import { newsOf, pileRows, QUEUE_PAGE, waitingCount } from '#features/moderation/internal/piles.ts';
import { can } from '#features/moderation/policy.ts';
import type {
  News,
  OwnDecision,
  Queue,
  QueuedComment,
  QueueMove,
} from '#features/moderation/views.ts';
import type { Actor } from '#features/people/actor.ts';
import { closedAmong } from '#features/screening/queries.ts';
import { oncePerPage } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

type Rows = Awaited<ReturnType<typeof pileRows>>;

const NOT_YOURS = 'Only a moderator or an editor sees the comments that wait.';

/** One page of a pile, of the sections that the actor moderates. */
export async function moderationQueue(actor: Actor, asked: unknown = {}): Promise<Result<Queue>> {
  const sections = moderatedSections(actor);
  if (sections.length === 0) return refuse('forbidden', NOT_YOURS);
  const parsed = QueueInput.safeParse(asked);
  if (!parsed.success) return refuse('missing', 'There is no such list.');
  const { pile, q, state, after = '' } = parsed.data;
  const [moment, id = ''] = after.split('-');
  const rows = await pileRows(read, sections, {
    pile,
    state,
    folded: fold(q),
    after: id ? { at: new Date(Number(moment)), id } : null,
  });
  const shown = rows.slice(0, QUEUE_PAGE);
  const last = rows.length > QUEUE_PAGE ? shown.at(-1) : undefined;
  return ok({
    comments: await inFull(read, actor, shown),
    news: await newsOf(read, sections),
    next: last ? `${last.at.getTime()}-${last.id}` : '',
  });
}

/** How many comments want somebody of this person's piles; null for whoever does not moderate. */
export async function commentsWaiting(actor: Actor): Promise<number | null> {
  const sections = moderatedSections(actor);
  return sections.length === 0 ? null : waitingCount(read, sections);
}

/** How much lies on each pile, for the desk that is open: it asks every few seconds. */
export async function queueNews(actor: Actor): Promise<Result<News>> {
  const sections = moderatedSections(actor);
  if (sections.length === 0) return refuse('forbidden', NOT_YOURS);
  return ok(await newsOf(read, sections));
}

/** What the writer of a comment may know of its decision, by the secret of the link. */
export const decisionBehind = oncePerPage(
  (token: string): Promise<OwnDecision | null> => ownDecision(read, token),
);

/** With everything that a moderator needs to decide. */
async function inFull(from: Reader, actor: Actor, rows: Rows): Promise<QueuedComment[]> {
  const ids = rows.map((row) => row.id);
  const writers = rows.flatMap((row) => row.commenterId ?? []);
  const said = await saidOf(
    from,
    rows.map((row) => row.revisionId),
  );
  const decisions = await lastDecisions(from, ids);
  const notes = await notesOf(from, ids);
  const appeals = await appealsOf(from, ids);
  const reports = await reportsOf(from, ids);
  const holds = await heldAmong(from, 'comment', ids);
  const facts = await factsAbout(from, writers);
  const bans = await bansOf(from, writers, now());
  const closed = await closedAmong(
    from,
    rows.map((row) => row.threadId),
  );
  const answered = await textsOf(
    from,
    rows.flatMap((row) => row.parentId ?? []),
  );
  const headlines = await lastHeadlines(
    from,
    rows.filter((row) => row.path === null).map((row) => row.storyId),
  );
  const names = await namesOf(from, [
    ...[...decisions.values()].map((decision) => decision.madeBy),
    ...[...appeals.values()].map((appeal) => appeal.answeredBy ?? ''),
  ]);
  return rows.map((row): QueuedComment => {
    const isReported = row.state === 'approved' && reports.has(row.id);
    const decision = decisions.get(row.id);
    const appeal = appeals.get(row.id);
    const verdict = can(actor, 'answer an appeal', { ...row, against: appeal?.against ?? '' });
    return {
      id: row.id,
      revisionId: row.revisionId,
      state: row.state,
      lane: row.lane,
      name: row.name,
      text: row.text,
      staff: row.personId !== null,
      at: row.at,
      decided: decision
        ? {
            rule: decision.rule,
            reason: decision.reason,
            who: names(decision.madeBy),
            at: decision.madeAt,
          }
        : null,
      redacted: row.redacted,
      held: holds.get(row.id) ?? null,
      face: faceOf(row),
      story: {
        id: row.storyId,
        headline: row.headline ?? headlines.get(row.storyId) ?? '',
        path: row.path,
        open: row.open,
      },
      thread: { id: row.threadId, open: !closed.has(row.threadId) },
      inReplyTo: answered.get(row.parentId ?? '') ?? null,
      writer: facts.get(row.commenterId ?? '') ?? null,
      ban: bans(row.commenterId ?? '', row.threadId),
      said: said.get(row.revisionId) ?? [],
      notes: notes.get(row.id) ?? [],
      reports: (reports.get(row.id) ?? []).map(({ reason, note, at }) => ({ reason, note, at })),
      appeal: appeal
        ? {
            text: appeal.text,
            at: appeal.madeAt,
            answer: appeal.answer,
            words: appeal.words,
            answeredBy: appeal.answeredBy ? names(appeal.answeredBy) : '',
            why: verdict.ok ? null : verdict.why,
          }
        : null,
      moves:
        row.redacted === null && !holds.has(row.id)
          ? [...movesFrom(row.state), ...(isReported ? (['keep'] as const) : []), ...aside(row)]
          : [],
    };
  });
}

/** What waits can lie aside, on the pile of what is held. */
function aside({ state, lane }: Pick<Rows[number], 'state' | 'lane'>): QueueMove[] {
  if (state !== 'waiting') return [];
  return [lane === 'held' ? 'back' : 'aside'];
}
