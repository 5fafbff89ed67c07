import { recordAudit } from '#db/audit.ts';
import { read, transaction } from '#db/store.ts';
import { can as canWithMedia } from '#features/media/policy.ts';
import { pictureViews } from '#features/media/queries.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { saveStory } from '#features/stories/commands.ts';
import { editorView, revisionContent } from '#features/stories/desk.ts';
import type { StoryContent } from '#features/stories/input.ts';
import { publishStory } from '#features/stories/publishing.ts';
import type { EditorView } from '#features/stories/views.ts';
import { ReplaceInput } from '#features/uses/input.ts';
import {
  holdStory,
  maySee,
  shownRevision,
  type User,
  usersOf,
} from '#features/uses/internal/users.ts';
import { swapped } from '#features/uses/swap.ts';
import type { Replaced, Replacement } from '#features/uses/views.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** In one turn: each is a transaction of its own, and somebody waits for them. */
const AT_ONCE = 100;

type Swap = (content: StoryContent) => StoryContent;

/** Carries a refusal out of a transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

/**
 * Puts one picture in the place of another in every story, as new revisions: what readers saw before
 * stays in the log. A story that this person may not change, or where a change is waiting for its
 * moment, stays as it is and says why.
 */
export async function replacePicture(actor: Actor, input: unknown): Promise<Result<Replacement>> {
  const verdict = canWithMedia(actor, 'replace');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = ReplaceInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { from, to, words } = parsed.data;
  if (from === to) return incorrect({ to: 'Please choose another picture.' });
  if (!(await pictureViews(read, [to])).has(to)) {
    return incorrect({ to: 'This picture is not there, or may not be shown.' });
  }
  const all = (await usersOf(read, from)).filter((user) => user.inHead || user.inLive);
  const users = all.filter((user) => maySee(actor, user));
  const swap: Swap = (content) => swapped(content, from, to, words === 'keep');
  const stories: Replaced[] = [];
  for (const user of users.slice(0, AT_ONCE)) {
    const refused = await replaceIn(actor, user, swap);
    stories.push({ storyId: user.storyId, headline: user.headline, refused });
  }
  await transaction((tx) =>
    recordAudit(tx, {
      actor: actorName(actor),
      act: 'picture.replace',
      noun: 'picture',
      thingId: from,
      payload: {
        to,
        words,
        stories: stories.filter((one) => !one.refused).map((one) => one.storyId),
      },
    }),
  );
  return ok({
    stories,
    left: Math.max(0, users.length - AT_ONCE),
    elsewhere: all.length - users.length,
  });
}

/** Why not, or null if it is done: all of it in one transaction. */
async function replaceIn(actor: Actor, user: User, swap: Swap): Promise<string | null> {
  try {
    await transaction(async (tx) => {
      await holdStory(tx, user.storyId);
      const view = need(await editorView(actor, user.storyId));
      if (view.plans.publication) {
        throw new Refused(refuse('illegal', 'A change of it is scheduled: replace it there.'));
      }
      await rewrite(actor, view, await shownRevision(tx, user.storyId), swap);
    });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal.why;
    throw error;
  }
}

/**
 * What readers see first, published on its own; then what is still being written, on top of it, so
 * that no unfinished word goes out with the picture.
 */
async function rewrite(
  actor: Actor,
  view: EditorView,
  shownId: string | null,
  swap: Swap,
): Promise<void> {
  const { id: storyId, revisionId, state } = view;
  const newest = need(await revisionContent(actor, storyId, revisionId));
  const shown =
    state === 'live with changes' && shownId
      ? need(await revisionContent(actor, storyId, shownId))
      : null;
  const save = async (basedOn: string, content: StoryContent) => {
    const { kind, language, sectionId, slug } = view;
    const input = { storyId, basedOn, kind, language, sectionId, slug, ...content };
    return need(await saveStory(actor, input)).revisionId;
  };
  const publish = async (id: string) =>
    void need(
      await publishStory(actor, { storyId, revisionId: id, note: 'A picture was replaced.' }),
    );
  if (shown) {
    const replaced = swap(shown);
    if (replaced !== shown) {
      const published = await save(revisionId, replaced);
      await publish(published);
      await save(published, swap(newest));
      return;
    }
  }
  const saved = await save(revisionId, swap(newest));
  if (state === 'live') await publish(saved);
}

function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result);
  return result.value;
}
