import { type Actor, hasRole, no, type Role, type Verdict, YES } from '#features/people/actor.ts';

export type CommentAct = 'answer' | 'decide' | 'remove sample';

const MODERATORS: readonly Role[] = ['admin', 'editor', 'moderator'];
const ANSWERING: readonly Role[] = ['admin', 'editor', 'moderator', 'reporter'];

/** Who may do what with comments under a story of a section. */
export function can(actor: Actor, act: CommentAct, story: { sectionId: string }): Verdict {
  switch (act) {
    case 'answer':
      return hasRole(actor, ANSWERING, story.sectionId)
        ? YES
        : no('Only the staff of this section can answer as staff.');
    case 'decide':
      return hasRole(actor, MODERATORS, story.sectionId)
        ? YES
        : no('Only a moderator or an editor of this section decides about comments.');
    case 'remove sample':
      return hasRole(actor, ['admin'])
        ? YES
        : no('Only an administrator can take the sample newsroom away.');
  }
}

/** Whose comments an actor moderates: those of all sections, of some, or nobody's. */
export function moderatedSections(actor: Actor): 'all' | readonly string[] {
  if (actor.type === 'visitor') return [];
  if (actor.type === 'system') return 'all';
  const grants = actor.grants.filter((grant) => MODERATORS.includes(grant.role));
  if (grants.some((grant) => grant.sectionId === null)) return 'all';
  return grants.flatMap((grant) => grant.sectionId ?? []);
}
