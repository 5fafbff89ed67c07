import { eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { commentPolicies } from '#db/schema/screening.ts';
import { type Reader, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { PolicyInput, ScopeInput } from '#features/screening/input.ts';
import { can, type PolicyPlace } from '#features/screening/policy.ts';
import { SITE_SCOPE, sectionScope, storyScope } from '#features/screening/queries.ts';
import { commentPolicyTag } from '#features/screening/tags.ts';
import { sectionById } from '#features/sections/queries.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Says anew what is asked of comments on the site, in a section or under a story. */
export async function changeCommentPolicy(
  actor: Actor,
  where: unknown,
  input: unknown,
): Promise<Result<null>> {
  const asked = ScopeInput.safeParse(where);
  if (!asked.success) return refuse('invalid', 'There is no such place.');
  return transaction(async (tx) => {
    const found = await placeAt(tx, asked.data);
    if (!found) return refuse('missing', 'There is no such place.');
    const verdict = can(actor, 'change', found.place);
    if (!verdict.ok && !found.known) return refuse('missing', 'There is no such place.');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const parsed = PolicyInput.safeParse(input);
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    const { scope } = found;
    const value = Object.fromEntries(
      Object.entries(parsed.data).filter(([, said]) => said !== undefined && String(said) !== ''),
    );
    const row = { value, changedBy: actorName(actor), changedAt: now() };
    if (Object.keys(value).length === 0) {
      await tx.delete(commentPolicies).where(eq(commentPolicies.scope, scope));
    } else {
      await tx
        .insert(commentPolicies)
        .values({ scope, ...row })
        .onConflictDoUpdate({ target: commentPolicies.scope, set: row });
    }
    await touch(tx, [commentPolicyTag()]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'settings.change-comment-policy',
      noun: asked.data.of === 'site' ? 'settings' : asked.data.of,
      thingId: asked.data.of === 'site' ? 'site' : asked.data.id,
      payload: value,
    });
    return ok(null);
  });
}

/** `known`: whether everybody of the staff may know that it is there. */
async function placeAt(
  from: Reader,
  asked: { of: 'site' } | { of: 'section' | 'story'; id: string },
): Promise<{ scope: string; place: PolicyPlace; known: boolean } | null> {
  if (asked.of === 'site') return { scope: SITE_SCOPE, place: { of: 'site' }, known: true };
  if (asked.of === 'section') {
    const section = await sectionById(from, asked.id);
    const place = { of: 'section', sectionId: asked.id } as const;
    return section && { scope: sectionScope(asked.id), place, known: true };
  }
  const story = await discussionOf(from, asked.id);
  const place = { of: 'story', sectionId: story?.sectionId ?? '' } as const;
  return story && { scope: storyScope(asked.id), place, known: story.live };
}
