import { read } from '#db/store.ts';
import { can as canWithMedia } from '#features/media/policy.ts';
import type { Actor } from '#features/people/actor.ts';
import { maySee, type User, usersOf } from '#features/uses/internal/users.ts';
import type { Use, Uses } from '#features/uses/views.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const SHOWN = 100;

/** Where a picture is used, as far as this person may see the stories. */
export async function usesOf(actor: Actor, pictureId: string): Promise<Result<Uses>> {
  const verdict = canWithMedia(actor, 'see');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const users = (await usersOf(read, pictureId)).filter((user) => maySee(actor, user));
  const now = users.filter((user) => user.inHead || user.inLive);
  return ok({
    stories: now.slice(0, SHOWN).map(toUse),
    total: now.length,
    older: users.length - now.length,
  });
}

function toUse({ storyId, headline, section, live, inHead, inLive }: User): Use {
  const newest = inLive || !live ? 'both' : 'newest';
  const where = inHead ? newest : 'live';
  return { storyId, headline, section, path: live?.path ?? '', where };
}
