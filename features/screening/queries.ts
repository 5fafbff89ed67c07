import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { bans, closedThreads, commentPolicies } from '#db/schema/screening.ts';
import type { Reader } from '#db/store.ts';
import {
  type CommentPolicy,
  type PartialPolicy,
  policyOf,
} from '#features/screening/comment-policy.ts';
import { PolicyInput } from '#features/screening/input.ts';
import type { BanView } from '#features/screening/views.ts';

type Place = { sectionId?: string; storyId?: string };

export const SITE_SCOPE = 'site';
export const sectionScope = (sectionId: string) => `section:${sectionId}`;
export const storyScope = (storyId: string) => `story:${storyId}`;

/** What holds for comments at a place, uncached: for commands and the desk. */
export async function commentPolicy(from: Reader, place: Place = {}): Promise<CommentPolicy> {
  return policyOf(await saidBy(from, scopesOf(place)));
}

/** What one place says itself. */
export async function ownPolicy(from: Reader, scope: string): Promise<PartialPolicy> {
  return (await saidBy(from, [scope]))[0] ?? {};
}

function scopesOf({ sectionId, storyId }: Place): string[] {
  return [
    SITE_SCOPE,
    ...(sectionId ? [sectionScope(sectionId)] : []),
    ...(storyId ? [storyScope(storyId)] : []),
  ];
}

const saidAt = prepared((on, the: The<{ scopes: readonly string[] }>) =>
  on
    .select({ scope: commentPolicies.scope, value: commentPolicies.value })
    .from(commentPolicies)
    .where(isAmong(commentPolicies.scope, the('scopes'))),
);

/** What each of the places says of its own, in their order. What was stored otherwise says nothing. */
async function saidBy(from: Reader, scopes: string[]): Promise<PartialPolicy[]> {
  const rows = await saidAt(from, { scopes });
  return scopes.flatMap((scope) => {
    const row = rows.find((one) => one.scope === scope);
    const said = row && PolicyInput.safeParse(row.value);
    return said?.success ? [said.data] : [];
  });
}

const closedOf = prepared((on, the: The<{ threadIds: readonly string[] }>) =>
  on
    .select({ id: closedThreads.threadId })
    .from(closedThreads)
    .where(isAmong(closedThreads.threadId, the('threadIds'))),
);

/** Which of these threads nobody may answer in. */
export async function closedAmong(
  from: Reader,
  threadIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (threadIds.length === 0) return new Set();
  const rows = await closedOf(from, { threadIds });
  return new Set(rows.map((row) => row.id));
}

type Asked = { names: readonly string[]; threadId: string; at: Date };

const bansOn = prepared((on, the: The<Asked>) =>
  on
    .select({
      id: bans.id,
      scope: bans.scope,
      rule: bans.rule,
      reason: bans.reason,
      madeAt: bans.madeAt,
      until: bans.until,
    })
    .from(bans)
    .where(
      and(
        isAmong(bans.commenterId, the('names')),
        isNull(bans.liftedAt),
        or(isNull(bans.until), gt(bans.until, sql.param(the('at'), bans.until))),
        or(eq(bans.scope, 'site'), eq(bans.threadId, the('threadId'))),
      ),
    )
    .orderBy(desc(bans.madeAt)),
);

/**
 * What shuts out a person who goes by any of these names, in a thread or anywhere: the one that lasts
 * longest. One statement, whoever it is.
 */
export async function banOn(
  from: Reader,
  names: readonly string[],
  { threadId, at }: { threadId: string | null; at: Date },
): Promise<BanView | null> {
  // Nobody's thread has no name: without one, only what holds on the whole site is found.
  const rows = await bansOn(from, { names, threadId: threadId ?? '', at });
  return rows.find((row) => row.until === null) ?? rows[0] ?? null;
}
