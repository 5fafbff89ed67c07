import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { type Tx, transaction } from '#db/store.ts';
import { claimPath, ownerOf } from '#features/paths/commands.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { sectionById } from '#features/sections/queries.ts';
import { CreateInput, SaveInput, StoryContent } from '#features/stories/input.ts';
import { draftOf, dropAutosave, putAutosave } from '#features/stories/internal/autosaves.ts';
import { contentOf } from '#features/stories/internal/content.ts';
import { relistAtEnd } from '#features/stories/internal/desk-list.ts';
import {
  loadForChange,
  type RevisionRow,
  type StoryRow,
} from '#features/stories/internal/facts.ts';
import { putLive } from '#features/stories/internal/live.ts';
import { notThere, onHold } from '#features/stories/internal/moving.ts';
import { insertRevision, unknownParts } from '#features/stories/internal/revise.ts';
import { freeSlug } from '#features/stories/internal/slugs.ts';
import { isUnderEmbargo } from '#features/stories/lifecycle.ts';
import { can } from '#features/stories/policy.ts';
import { storyTag } from '#features/stories/tags.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { slugify, storyPath } from '#lib/paths.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

export type Saved = { storyId: string; revisionId: string; version: number; slug: string };

/** Starts a story with its first revision. Whoever may not publish has made a draft all the same. */
export async function createStory(
  actor: Actor,
  input: unknown,
  made: { sample?: boolean } = {},
): Promise<Result<Saved>> {
  const parsed = CreateInput.safeParse(input);
  const sectionId = parsed.success ? parsed.data.sectionId : '';
  const verdict = can(actor, 'create', { sectionId, own: true, isPublic: false });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { kind, language, slug, source, translationOf, editing, ...rest } = parsed.data;
  const content = StoryContent.parse(rest);
  return transaction(async (tx) => {
    const section = await sectionById(tx, sectionId);
    if (!section) return incorrect({ sectionId: 'There is no such section.' });
    const wrong = (await wrongPlace(tx, sectionId, slug)) ?? (await unknownParts(tx, content));
    if (wrong) return incorrect(wrong);
    const id = newId();
    const at = now();
    const group = translationOf ? await translationGroup(tx, translationOf) : newId();
    if (!group) return refuse('missing', 'The story to translate is not there.');
    const finalSlug = slug || (await freeSlug(tx, section.slug, slugify(content.headline)));
    const sample = made.sample ?? false;
    const inserted = await tx
      .insert(stories)
      .values({
        id,
        kind,
        sectionId,
        slug: finalSlug,
        language,
        translationGroupId: group,
        version: 1,
        commentsOpen: true,
        createdBy: actor.type === 'staff' ? actor.id : null,
        createdAt: at,
        changedAt: at,
        sourceSystem: source?.system ?? null,
        sourceId: source?.id ?? null,
        sourceFile: source?.file ?? null,
        sample,
      })
      .onConflictDoNothing()
      .returning({ id: stories.id });
    if (inserted.length === 0) return refuse('conflict', 'This story was brought in before.');
    const revisionId = await insertRevision(
      tx,
      { storyId: id, number: 1, basedOnId: null, language, sample },
      content,
      actorName(actor),
    );
    relistAtEnd(id);
    if (actor.type === 'staff') await dropAutosave(tx, actor.id, editing);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.create',
      noun: 'story',
      thingId: id,
      payload: { revisionId, sectionId, slug: finalSlug, language, kind },
    });
    return ok({ storyId: id, revisionId, version: 1, slug: finalSlug });
  });
}

/**
 * Saves as a new revision. If somebody saved since `basedOn`, nothing is overwritten: what was sent is
 * kept as the person's autosave and the answer is a conflict.
 */
export async function saveStory(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = SaveInput.safeParse(input);
  const storyId = parsed.success ? parsed.data.storyId : idIn(input);
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'write', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    if (loaded.facts.hold) return onHold(loaded.facts.hold);
    const { kind, language, sectionId, slug, basedOn } = parsed.data;
    const content = StoryContent.parse(parsed.data);
    const { story, head } = loaded;
    if (head.id !== basedOn) return conflict(tx, actor, head, parsed.data);
    const place = { sectionId, slug: slug || story.slug };
    const moves = place.sectionId !== story.sectionId || place.slug !== story.slug;
    if (moves) {
      const may = can(actor, 'move', loaded.policy);
      if (!may.ok) return refuse('forbidden', may.why, { slug: may.why });
    }
    const shows =
      loaded.facts.live !== null && (moves || kind !== story.kind || language !== story.language);
    if (shows && isUnderEmbargo(loaded.facts, now())) {
      return refuse('illegal', EMBARGOED, { slug: EMBARGOED });
    }
    const wrong =
      (moves ? await wrongPlace(tx, place.sectionId, place.slug, storyId) : null) ??
      (await unknownParts(tx, content));
    if (wrong) return incorrect(wrong);
    const same = JSON.stringify(await contentOf(tx, head)) === JSON.stringify(content);
    const revisionId = same
      ? head.id
      : await insertRevision(
          tx,
          {
            storyId,
            number: head.number + 1,
            basedOnId: head.id,
            language,
            sample: story.sample,
          },
          content,
          actorName(actor),
        );
    const [changed] = await tx
      .update(stories)
      .set({ kind, language, ...place, version: story.version + 1, changedAt: now() })
      .where(and(eq(stories.id, storyId), eq(stories.version, story.version)))
      .returning();
    if (!changed) return conflict(tx, actor, head, parsed.data);
    if (shows && loaded.facts.live) {
      await showChanged(tx, changed, loaded.facts.live.revisionId);
    }
    if (actor.type === 'staff') await dropAutosave(tx, actor.id, parsed.data.editing);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: moves ? 'story.move' : 'story.save',
      noun: 'story',
      thingId: storyId,
      payload: { revisionId, basedOn, ...place, kind, language },
    });
    return ok({ storyId, revisionId, version: changed.version, slug: changed.slug });
  });
}

/** Opens or closes a story for comments. What is there stays. */
export async function switchComments(
  actor: Actor,
  storyId: string,
  open: boolean,
): Promise<Result<null>> {
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, open ? 'open comments' : 'close comments', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (loaded.facts.hold) return onHold(loaded.facts.hold);
    await tx.update(stories).set({ commentsOpen: open }).where(eq(stories.id, storyId));
    await touch(tx, [storyTag(storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: open ? 'story.open-comments' : 'story.close-comments',
      noun: 'story',
      thingId: storyId,
    });
    return ok(null);
  });
}

function idIn(input: unknown): string {
  const id = typeof input === 'object' && input !== null && 'storyId' in input ? input.storyId : '';
  return typeof id === 'string' ? id : '';
}

/**
 * Why a story may not have this place. Only what is or was public takes an address: a story that no
 * reader knows must not be told from the addresses that others get.
 */
async function wrongPlace(
  tx: Tx,
  sectionId: string,
  slug: string,
  storyId?: string,
): Promise<Record<string, string> | null> {
  const section = await sectionById(tx, sectionId);
  if (!section) return { sectionId: 'There is no such section.' };
  if (!slug) return null;
  const owner = await ownerOf(tx, storyPath(section.slug, slug));
  return owner && owner.thingId !== storyId ? { slug: TAKEN } : null;
}

/** Of a story that readers have: what it is changes for them at once, without being published. */
const EMBARGOED = 'Under embargo its address, kind and language stay as they are.';
const TAKEN = 'Another story has, or had, this address.';

async function translationGroup(tx: Tx, storyId: string): Promise<string | null> {
  const [row] = await tx
    .select({ group: stories.translationGroupId })
    .from(stories)
    .where(eq(stories.id, storyId));
  return row?.group ?? null;
}

/** A live story's address, kind or language changed: readers see it at once, and old links redirect. */
async function showChanged(tx: Tx, story: StoryRow, liveRevisionId: string): Promise<void> {
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, liveRevisionId));
  const section = await sectionById(tx, story.sectionId);
  if (!revision || !section) throw new Error(`story ${story.id} is live without its parts`);
  const path = storyPath(section.slug, story.slug);
  const claimed = await claimPath(tx, path, { noun: 'story', thingId: story.id });
  if (!claimed) throw new Error('another story got this address at the same moment');
  await touch(tx, await putLive(tx, story, revision));
}

async function conflict(
  tx: Tx,
  actor: Actor,
  head: RevisionRow,
  { kind, language, sectionId, slug, basedOn, editing, ...sent }: SaveInput,
): Promise<Refusal> {
  if (actor.type === 'staff') {
    const draft = await draftOf(tx, StoryContent.parse(sent), { kind, language, sectionId, slug });
    await putAutosave(tx, actor.id, {
      ...(editing ?? { id: newId(), sequence: 0 }),
      storyId: head.storyId,
      basedOnId: basedOn,
      draft,
    });
  }
  return refuse(
    'conflict',
    `Somebody saved revision ${head.number} while you were writing. Your text is kept.`,
  );
}
