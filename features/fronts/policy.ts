import type { FrontId } from '#features/fronts/names.ts';
import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

export type FrontAct = 'see' | 'arrange';

/** Who may do what with a front: the home front is of the whole site, a section's of its editors. */
export function can(actor: Actor, act: FrontAct, front: FrontId): Verdict {
  const sectionId = front.home ? undefined : front.sectionId;
  if (hasRole(actor, ['admin', 'editor'], sectionId)) return YES;
  const why = front.home
    ? 'Only an editor of the whole site arranges the home front.'
    : 'Only an editor of this section arranges its front.';
  if (act === 'arrange') return no(why);
  return hasRole(actor, ['reporter'], sectionId) ? YES : no(why);
}

/** True if there is a front for this person, of the site or of a section. */
export function seesFronts(actor: Actor): boolean {
  if (actor.type !== 'staff') return actor.type === 'system';
  return actor.grants.some(({ role }) => ['admin', 'editor', 'reporter'].includes(role));
}

/** Who may put a sentence on every page. */
export function canBreak(actor: Actor): Verdict {
  return hasRole(actor, ['admin', 'editor'])
    ? YES
    : no('Only an editor of the whole site sets the breaking banner.');
}
