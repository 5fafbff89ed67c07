import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { approvals, schedules, submissions } from '#db/schema/decisions.ts';
import { publications, revisions, stories } from '#db/schema/stories.ts';
import { type Reader, read, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';
import { NameInput, RestoreInput } from '#features/stories/input.ts';
import { contentOf, namedContentOf } from '#features/stories/internal/content.ts';
import { loadForChange, loadStory, type RevisionRow } from '#features/stories/internal/facts.ts';
import { notThere, onHold } from '#features/stories/internal/moving.ts';
import { insertRevision, unknownParts } from '#features/stories/internal/revise.ts';
import { can } from '#features/stories/policy.ts';
import type { Decision, RevisionsPage, RevisionText } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const PAGE = 50;

/** The revisions of a story with what was decided about each, newest first. */
export async function revisionsOf(
  actor: Actor,
  storyId: string,
  page = 1,
): Promise<Result<RevisionsPage>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
  const { story, head, facts, policy } = loaded;
  const [counted] = await read
    .select({ total: count() })
    .from(revisions)
    .where(eq(revisions.storyId, storyId));
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  if (page < 1 || page > pages) return refuse('missing', 'There is no such page.');
  const rows = await read
    .select({
      id: revisions.id,
      number: revisions.number,
      headline: revisions.headline,
      words: revisions.words,
      name: revisions.name,
      restoredFromId: revisions.restoredFromId,
      createdBy: revisions.createdBy,
      createdAt: revisions.createdAt,
      redacted: revisions.redactionReason,
    })
    .from(revisions)
    .where(eq(revisions.storyId, storyId))
    .orderBy(desc(revisions.number))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const ids = rows.map((row) => row.id);
  const decided = await decisionsOn(ids);
  const restored = await numbers(rows.flatMap((row) => row.restoredFromId ?? []));
  const named = await namesBehind([
    ...rows.map((row) => row.createdBy),
    ...[...decided.values()].flat().map((one) => one.by),
  ]);
  const verdict = can(actor, 'write', policy);
  const held = facts.hold ? `On hold: ${facts.hold.reason}` : null;
  return ok({
    storyId,
    headline: head.headline,
    language: story.language,
    headId: head.id,
    liveId: facts.live?.revisionId ?? null,
    whyNot: verdict.ok ? held : verdict.why,
    page,
    pages,
    total,
    rows: rows.map(({ restoredFromId, createdBy, createdAt, ...row }) => ({
      ...row,
      name: row.name ?? '',
      restoredFrom: restored.get(restoredFromId ?? '') ?? null,
      by: named(createdBy),
      at: createdAt,
      decisions: (decided.get(row.id) ?? []).map((one) => ({ ...one, by: named(one.by) })),
    })),
  });
}

/** What one revision says: to compare it, or to go on from it. */
export async function revisionText(
  actor: Actor,
  storyId: string,
  which: { id: string } | { number: number },
): Promise<Result<RevisionText>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
  const revision = await revisionRow(read, storyId, which);
  if (!revision) return refuse('missing', 'There is no such revision of this story.');
  const { body, ...fields } = await namedContentOf(read, revision);
  return ok({ id: revision.id, number: revision.number, fields, body });
}

/** Gives a revision a name to find it by, or with an empty one takes it away. Its text stays as it is. */
export async function nameRevision(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = NameInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { storyId, revisionId, name } = parsed.data;
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'write', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (loaded.facts.hold) return onHold(loaded.facts.hold);
    const [named] = await tx
      .update(revisions)
      .set({ name: name || null })
      .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)))
      .returning({ id: revisions.id });
    if (!named) return refuse('missing', 'There is no such revision of this story.');
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.name-revision',
      noun: 'story',
      thingId: storyId,
      payload: { revisionId, name },
    });
    return ok(null);
  });
}

/** Says again what an older revision said, as a new one on top: nothing after it is taken away. */
export async function restoreRevision(
  actor: Actor,
  input: unknown,
): Promise<Result<{ revisionId: string; number: number }>> {
  const parsed = RestoreInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { storyId, revisionId, basedOn } = parsed.data;
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'write', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const { story, head, facts } = loaded;
    if (facts.hold) return onHold(facts.hold);
    const old = await revisionRow(tx, storyId, { id: revisionId });
    if (!old) return refuse('missing', 'There is no such revision of this story.');
    if (old.redactedAt) return refuse('illegal', 'It was redacted: there is nothing to restore.');
    if (head.id !== basedOn) {
      return refuse('conflict', `Revision ${head.number} was saved meanwhile: look at it first.`);
    }
    const content = await contentOf(tx, old);
    if (JSON.stringify(content) === JSON.stringify(await contentOf(tx, head))) {
      return refuse('illegal', 'The newest revision says exactly this already.');
    }
    const wrong = await unknownParts(tx, content);
    if (wrong) return refuse('illegal', Object.values(wrong).join(' '));
    const { language, sample } = story;
    const number = head.number + 1;
    const place = { storyId, number, basedOnId: head.id, restoredFromId: old.id, language, sample };
    const restored = await insertRevision(tx, place, content, actorName(actor));
    await tx
      .update(stories)
      .set({ version: story.version + 1, changedAt: now() })
      .where(eq(stories.id, storyId));
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.restore',
      noun: 'story',
      thingId: storyId,
      payload: { revisionId: restored, restoredFrom: revisionId, basedOn },
    });
    return ok({ revisionId: restored, number });
  });
}

async function revisionRow(
  from: Reader,
  storyId: string,
  which: { id: string } | { number: number },
): Promise<RevisionRow | undefined> {
  const one = 'id' in which ? eq(revisions.id, which.id) : eq(revisions.number, which.number);
  const [row] = await from
    .select()
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), one));
  return row;
}

async function numbers(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(inArray(revisions.id, ids));
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** What names these revisions among submissions, approvals, schedules and publications, in order. */
async function decisionsOn(ids: string[]): Promise<Map<string, Decision[]>> {
  const found: (Decision & { revisionId: string })[] = [];
  if (ids.length === 0) return new Map();
  for (const row of await read
    .select()
    .from(submissions)
    .where(inArray(submissions.revisionId, ids))) {
    const { revisionId, madeBy: by, madeAt: at, closedAt: until, outcome } = row;
    found.push({ revisionId, what: 'sent for review', by, at, until, ended: outcome });
  }
  for (const row of await read.select().from(approvals).where(inArray(approvals.revisionId, ids))) {
    const { revisionId, madeBy: by, madeAt: at, revokedAt: until } = row;
    found.push({ revisionId, what: 'approved', by, at, until, ended: until ? 'revoked' : null });
  }
  for (const row of await read
    .select()
    .from(schedules)
    .where(inArray(schedules.revisionId, ids))
    .orderBy(asc(schedules.madeAt))) {
    if (row.doneAt) continue;
    const { revisionId, madeBy: by, at, cancelledAt } = row;
    const ended = cancelledAt ? 'cancelled' : null;
    found.push({ revisionId, what: `to ${row.act}`, by, at, until: null, ended });
  }
  for (const row of await read
    .select()
    .from(publications)
    .where(inArray(publications.revisionId, ids))) {
    const { revisionId, startedBy: by, startedAt: at, endedAt: until, endedAs: ended } = row;
    found.push({ revisionId, what: 'published', by, at, until, ended });
  }
  const byRevision = new Map<string, Decision[]>();
  for (const { revisionId, ...one } of found.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    byRevision.set(revisionId, [...(byRevision.get(revisionId) ?? []), one]);
  }
  return byRevision;
}

/** The name behind "staff:…"; what did it by itself is "Dateline". */
async function namesBehind(actors: (string | null)[]): Promise<(actor: string | null) => string> {
  const idOf = (actor: string | null) => /^staff:(.+)$/.exec(actor ?? '')?.[1] ?? '';
  const known = await staffNames([...new Set(actors.map(idOf).filter(Boolean))]);
  return (actor) => known.get(idOf(actor)) ?? 'Dateline';
}
