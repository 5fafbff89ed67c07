import { read } from '#db/store.ts';
import type { Actor, Verdict } from '#features/people/actor.ts';
import {
  type CommentPolicy,
  DEFAULT_POLICY,
  type PartialPolicy,
} from '#features/screening/comment-policy.ts';
import { can } from '#features/screening/policy.ts';
import {
  commentPolicy,
  ownPolicy,
  SITE_SCOPE,
  sectionScope,
  storyScope,
} from '#features/screening/queries.ts';
import { sectionById } from '#features/sections/queries.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** What is asked of comments at one place, for whoever may read it on the desk. */
export type RulesAt = {
  of: 'site' | 'section' | 'story';
  id: string;
  title: string;
  /** Where the story's readers are. */
  path: string | null;
  own: PartialPolicy;
  /** What holds where this place says nothing. */
  wider: CommentPolicy;
  /** Whether this person may change it. */
  verdict: Verdict;
};

/** The rules of the site, a section or a story. Who moderates nothing there sees none. */
export async function rulesAt(
  actor: Actor,
  { section, story }: { section?: string | undefined; story?: string | undefined },
): Promise<Result<RulesAt>> {
  if (story) return ofStory(actor, story);
  if (section) return ofSection(actor, section);
  const own = await ownPolicy(read, SITE_SCOPE);
  const verdict = can(actor, 'change', { of: 'site' });
  const title = 'The whole site';
  return ok({ of: 'site', id: '', title, path: null, own, wider: DEFAULT_POLICY, verdict });
}

async function ofSection(actor: Actor, sectionId: string): Promise<Result<RulesAt>> {
  const section = await sectionById(read, sectionId);
  if (!section) return refuse('missing', 'There is no such section.');
  const own = await ownPolicy(read, sectionScope(sectionId));
  const wider = await commentPolicy(read);
  const verdict = can(actor, 'change', { of: 'section', sectionId });
  const { name: title, path } = section;
  return ok({ of: 'section', id: sectionId, title, path, own, wider, verdict });
}

async function ofStory(actor: Actor, storyId: string): Promise<Result<RulesAt>> {
  const found = await discussionOf(read, storyId);
  const place = { of: 'story', sectionId: found?.sectionId ?? '' } as const;
  const verdict = can(actor, 'change', place);
  if (!found || (!verdict.ok && !found.live)) return refuse('missing', 'There is no such story.');
  const own = await ownPolicy(read, storyScope(storyId));
  const wider = await commentPolicy(read, { sectionId: found.sectionId });
  const title = found.headline || 'A story that readers do not have';
  return ok({ of: 'story', id: storyId, title, path: found.path || null, own, wider, verdict });
}
