import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

/** Who may read what happened: administrators all of it, editors what happened to their own stories. */
export function can(
  actor: Actor,
  act: 'read' | 'read of story',
  story?: { sectionId: string },
): Verdict {
  if (act === 'read') {
    return hasRole(actor, ['admin']) ? YES : no('Only an administrator reads the audit log.');
  }
  return hasRole(actor, ['admin', 'editor'], story?.sectionId)
    ? YES
    : no('Only an editor of this section reads what happened to the story.');
}
