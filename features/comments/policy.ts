import { type Actor, hasRole, no, type Role, type Verdict, YES } from '#features/people/actor.ts';

export type CommentAct = 'answer' | 'decide' | 'pick' | 'remove sample';

const MODERATORS: readonly Role[] = ['admin', 'editor', 'moderator'];
const ANSWERING: readonly Role[] = ['admin', 'editor', 'moderator', 'reporter'];

type Discussed = {
  sectionId: string;
  /** The members of staff who wrote the story, where it matters. */
  authors?: ReadonlySet<string>;
};

/** Who may do what with comments under a story of a section. */
export function can(actor: Actor, act: CommentAct, { sectionId, authors }: Discussed): Verdict {
  switch (act) {
    case 'answer':
      return hasRole(actor, ANSWERING, sectionId) || wrote(actor, authors)
        ? YES
        : no('Only the staff of this section, and who wrote the story, can answer as staff.');
    case 'decide':
      return hasRole(actor, MODERATORS, sectionId)
        ? YES
        : no('Only a moderator or an editor of this section decides about comments.');
    case 'pick':
      return hasRole(actor, MODERATORS, sectionId)
        ? YES
        : no('Only a moderator or an editor of this section points at comments.');
    case 'remove sample':
      return hasRole(actor, ['admin'])
        ? YES
        : no('Only an administrator can take the sample newsroom away.');
  }
}

function wrote(actor: Actor, authors: Discussed['authors']): boolean {
  return actor.type === 'staff' && actor.grants.length > 0 && authors?.has(actor.id) === true;
}

/** Whose comments an actor moderates: those of all sections, of some, or nobody's. */
export function moderatedSections(actor: Actor): 'all' | readonly string[] {
  if (actor.type === 'visitor') return [];
  if (actor.type === 'system') return 'all';
  const grants = actor.grants.filter((grant) => MODERATORS.includes(grant.role));
  if (grants.some((grant) => grant.sectionId === null)) return 'all';
  return grants.flatMap((grant) => grant.sectionId ?? []);
}
