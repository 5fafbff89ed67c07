import { type Actor, hasRole, no, type Role, type Verdict, YES } from '#features/people/actor.ts';

const DECIDING: readonly Role[] = ['admin', 'editor', 'moderator'];

/** Whom a change of what is asked of comments is about. */
export type PolicyPlace =
  | { of: 'site' }
  | { of: 'section'; sectionId: string }
  | { of: 'story'; sectionId: string };

/**
 * Who may say what is asked of comments: of the site an administrator; of a section who edits it; of a
 * story also who moderates there, because a discussion boils over at night.
 */
export function can(actor: Actor, _act: 'change', place: PolicyPlace): Verdict {
  switch (place.of) {
    case 'site':
      return hasRole(actor, ['admin'])
        ? YES
        : no('Only an administrator changes the rules for comments on the whole site.');
    case 'section':
      return hasRole(actor, ['admin', 'editor'], place.sectionId)
        ? YES
        : no('Only an editor of this section changes its rules for comments.');
    case 'story':
      return hasRole(actor, DECIDING, place.sectionId)
        ? YES
        : no('Only a moderator or an editor of this section changes the rules for a story.');
  }
}
