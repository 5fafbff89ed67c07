import { and, eq, isNull, lte } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { banners, type FrontStood, frontRevisions } from '#db/schema/fronts.ts';
import { type Tx, transaction } from '#db/store.ts';
import {
  ArrangeInput,
  BANNER_TOO_LONG,
  BannerInput,
  outlasts,
  RestoreInput,
} from '#features/fronts/input.ts';
import { openBanner, PLACE } from '#features/fronts/internal/banner.ts';
import { newestRevision, revisionNumbered } from '#features/fronts/internal/revisions.ts';
import { standingNow } from '#features/fronts/internal/standing.ts';
import { type FrontId, frontName } from '#features/fronts/names.ts';
import { type Pins, pinnedIds } from '#features/fronts/pins.ts';
import { can, canBreak } from '#features/fronts/policy.ts';
import { bannerTag, frontTag } from '#features/fronts/tags.ts';
import { type Actor, actorName, system } from '#features/people/actor.ts';
import { sectionList } from '#features/sections/queries.ts';
import { placeable } from '#features/stories/placing.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Puts stories into the slots of a front. The slots that are left out fill themselves. */
export async function arrangeFront(
  actor: Actor,
  input: unknown,
): Promise<Result<{ number: number }>> {
  const parsed = ArrangeInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { front, basedOn, pins } = parsed.data;
  if (!can(actor, 'see', front).ok) return notThere();
  const stood = await standingNow(front, pins);
  return transaction((tx) => put(tx, actor, front, { basedOn, pins, stood, restored: null }));
}

/** Brings an older arrangement back, as a new revision. */
export async function restoreFront(
  actor: Actor,
  input: unknown,
): Promise<Result<{ number: number }>> {
  const parsed = RestoreInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { front, basedOn, number } = parsed.data;
  if (!can(actor, 'see', front).ok) return notThere();
  const older = await revisionNumbered(front, number);
  if (!older) return refuse('missing', 'There is no such revision of this front.');
  const { pins } = older;
  const stood = await standingNow(front, pins);
  return transaction((tx) => put(tx, actor, front, { basedOn, pins, stood, restored: number }));
}

type Wanted = { basedOn: number; pins: Pins; stood: FrontStood; restored: number | null };

async function put(
  tx: Tx,
  actor: Actor,
  front: FrontId,
  { basedOn, pins, stood, restored }: Wanted,
): Promise<Result<{ number: number }>> {
  const sections = await sectionList(tx);
  const section = front.home ? null : sections.find(({ id }) => id === front.sectionId);
  if (section === undefined || !can(actor, 'see', front).ok) return notThere();
  const verdict = can(actor, 'arrange', front);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const before = await newestRevision(tx, front);
  if ((before?.number ?? 0) !== basedOn) return arrangedMeanwhile();
  const unknown = await unplaceable(actor, pins, restored === null ? before?.pins : pins);
  if (unknown) return unknown;
  const number = basedOn + 1;
  const written = await tx
    .insert(frontRevisions)
    .values({
      id: newId(),
      frontId: frontName(front),
      number,
      pins,
      stood,
      restored,
      madeBy: actorName(actor),
      madeAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: frontRevisions.id });
  if (written.length === 0) return arrangedMeanwhile();
  await touch(tx, [frontTag(front)]);
  await recordAudit(tx, {
    actor: actorName(actor),
    act: restored === null ? 'front.arrange' : 'front.restore',
    noun: 'front',
    thingId: frontName(front),
    payload: { number, pins, ...(restored === null ? {} : { restored }) },
  });
  return ok({ number });
}

/** What was pinned before may stay, also by somebody who may not see it. */
async function unplaceable(
  actor: Actor,
  pins: Pins,
  before: Pins | undefined,
): Promise<Refusal | null> {
  const known = new Set(before ? pinnedIds(before) : []);
  const added = pinnedIds(pins).filter((id) => !known.has(id));
  const found = await placeable(actor, added);
  if (added.every((id) => found.has(id))) return null;
  return refuse('missing', 'One of the stories is not there, or not yours to see.');
}

function notThere(): Refusal {
  return refuse('missing', 'There is no such front.');
}

function arrangedMeanwhile(): Refusal {
  return refuse('conflict', 'Somebody else has arranged this front since you opened it.');
}

/** Puts a sentence on every reader's page until its end, in place of the one that stands there. */
export async function setBanner(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const verdict = canBreak(actor);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = BannerInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { text, storyId, endsAt, instead } = parsed.data;
  if (endsAt <= now()) return incorrect({ endsAt: 'That moment has passed.' });
  if (outlasts(endsAt, now())) return incorrect({ endsAt: BANNER_TOO_LONG });
  return transaction(async (tx) => {
    if (storyId && !(await placeable(actor, [storyId])).has(storyId)) {
      return incorrect({ storyId: 'This story is not there.' });
    }
    const standing = await openBanner(tx);
    if ((standing?.id ?? null) !== instead) return brokenMeanwhile();
    await closeOverdue(tx);
    if (instead && !(await close(tx, actor, instead))) return brokenMeanwhile();
    const id = newId();
    const made = { id, text, storyId, endsAt, madeBy: actorName(actor), madeAt: now() };
    const written = await tx
      .insert(banners)
      .values({ ...made, openFor: PLACE })
      .onConflictDoNothing()
      .returning({ id: banners.id });
    if (written.length === 0) return brokenMeanwhile();
    await noteBanner(tx, actor, 'banner.set', id, { text, storyId, endsAt: endsAt.toISOString() });
    return ok({ id });
  });
}

function brokenMeanwhile(): Refusal {
  return refuse('conflict', 'Somebody else has changed the banner since you opened this page.');
}

/** Takes the banner away before its end. */
export async function endBanner(actor: Actor, id: string): Promise<Result<null>> {
  const verdict = canBreak(actor);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  return transaction(async (tx) => {
    if (!(await close(tx, actor, id))) return refuse('illegal', 'This banner is gone already.');
    await noteBanner(tx, actor, 'banner.end', id, {});
    return ok(null);
  });
}

/** Closes the banner that has come to its end; returns how many there were. */
export function endDueBanner(): Promise<number> {
  return transaction(closeOverdue);
}

async function closeOverdue(tx: Tx): Promise<number> {
  const actor = system('end-banner');
  const ended = await tx
    .update(banners)
    .set({ endedAt: now(), endedBy: actorName(actor), openFor: null })
    .where(and(eq(banners.openFor, PLACE), lte(banners.endsAt, now())))
    .returning({ id: banners.id });
  for (const { id } of ended) await noteBanner(tx, actor, 'banner.end', id, {});
  return ended.length;
}

async function close(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const ended = await tx
    .update(banners)
    .set({ endedAt: now(), endedBy: actorName(actor), openFor: null })
    .where(and(eq(banners.id, id), isNull(banners.endedAt)))
    .returning({ id: banners.id });
  return ended.length > 0;
}

async function noteBanner(
  tx: Tx,
  actor: Actor,
  act: 'banner.set' | 'banner.end',
  thingId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await touch(tx, [bannerTag()]);
  await recordAudit(tx, { actor: actorName(actor), act, noun: 'banner', thingId, payload });
}
