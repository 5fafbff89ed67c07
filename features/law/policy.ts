import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

export type LawAct =
  | 'hold'
  | 'lift'
  | 'redact revision'
  | 'redact picture'
  | 'redact comment'
  | 'ask for address';

/**
 * Who carries out what the law asks for. It cannot be taken back, so of stories and pictures it is for
 * administrators alone: an editor withdraws, which hides them as fast. Comments are what editors are
 * asked about every day, and a comment belongs to its writer.
 */
export function can(actor: Actor, act: LawAct, thing: { sectionId?: string } = {}): Verdict {
  switch (act) {
    case 'hold':
    case 'lift':
      return hasRole(actor, ['admin']) ? YES : no('Only an administrator places and lifts holds.');
    case 'redact revision':
    case 'redact picture':
      return hasRole(actor, ['admin'])
        ? YES
        : no('Only an administrator redacts: an editor can withdraw the story meanwhile.');
    case 'ask for address':
      return hasRole(actor, ['admin', 'editor']) && actor.type === 'staff'
        ? YES
        : no('Only administrators and editors of the whole paper decide about an address.');
    case 'redact comment':
      return hasRole(actor, ['admin', 'editor'], thing.sectionId)
        ? YES
        : no('Only an editor of this section or an administrator redacts comments.');
  }
}
