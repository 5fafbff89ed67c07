import { can as canWithComments } from '#features/comments/policy.ts';
import { type Actor, actorName, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

export type ModerationAct =
  | 'note'
  | 'set aside'
  | 'ban from a thread'
  | 'ban from the site'
  | 'close a thread'
  | 'answer an appeal';

/** What the policy asks about a comment. `against` is who rejected it, where it was appealed. */
type About = { sectionId: string; against?: string };

/** Who decides about comments of a section does the rest there too, with two exceptions. */
export function can(actor: Actor, act: ModerationAct, { sectionId, against }: About): Verdict {
  const verdict = canWithComments(actor, 'decide', { sectionId });
  if (!verdict.ok) return verdict;
  if (act === 'ban from the site' && !hasRole(actor, ['admin', 'editor', 'moderator'])) {
    return no('Only a moderator or an editor of the whole site bans somebody from all of it.');
  }
  if (act === 'answer an appeal' && actorName(actor) === against) {
    return no('You rejected this comment: somebody else answers the appeal.');
  }
  return YES;
}
