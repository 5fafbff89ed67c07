import { type Actor, hasRole, no, type Role, type Verdict, YES } from '#features/people/actor.ts';

export type StoryAct =
  | 'see'
  | 'discuss'
  | 'create'
  | 'write'
  | 'submit'
  | 'take back'
  | 'return'
  | 'approve'
  | 'take approval back'
  | 'publish'
  | 'schedule'
  | 'cancel schedule'
  | 'take down'
  | 'cancel take down'
  | 'embargo'
  | 'lift embargo'
  | 'withdraw'
  | 'correct'
  | 'share'
  | 'move'
  | 'open comments'
  | 'close comments';

/** What the policy asks about a story. `own` means that the actor made it or stands in its byline. */
export type StoryForPolicy = { sectionId: string; own: boolean; isPublic: boolean };

const WRITERS: readonly Role[] = ['admin', 'editor', 'reporter', 'contributor'];
const REPORTERS: readonly Role[] = ['admin', 'editor', 'reporter'];
const EDITORS: readonly Role[] = ['admin', 'editor'];

/** Who may do what with a story. Whether its state allows it is the lifecycle's question. */
export function can(actor: Actor, act: StoryAct, story: StoryForPolicy): Verdict {
  const is = (roles: readonly Role[]) => hasRole(actor, roles, story.sectionId);
  if (is(EDITORS)) return YES;
  switch (act) {
    case 'see':
      if (is(REPORTERS) || (story.own && is(WRITERS))) return YES;
      return story.isPublic && is([...WRITERS, 'moderator'])
        ? YES
        : no('You may not see this story.');
    case 'discuss':
      return is(REPORTERS) || ((story.own || story.isPublic) && is(WRITERS))
        ? YES
        : no('Only those who write stories discuss them.');
    case 'create':
      return is(WRITERS) ? YES : no('Your role does not write stories.');
    case 'write':
      if (!story.own) return no('This is somebody else’s story: an editor can change it.');
      if (story.isPublic && !is(REPORTERS)) {
        return no('It is published: ask a reporter or an editor for a change.');
      }
      return is(WRITERS) ? YES : no('Your role does not write stories.');
    case 'share':
      return story.own && is(REPORTERS) ? YES : no('Only its reporter or an editor does this.');
    case 'embargo':
    case 'submit':
    case 'take back':
      return story.own && is(WRITERS) ? YES : no('Only the writer or an editor does this.');
    case 'move':
      if (story.isPublic) return no('It is published: an editor can change its address.');
      return story.own && is(WRITERS) ? YES : no('Only the writer or an editor does this.');
    case 'return':
    case 'approve':
    case 'take approval back':
    case 'publish':
    case 'schedule':
    case 'cancel schedule':
    case 'take down':
    case 'cancel take down':
    case 'lift embargo':
    case 'withdraw':
    case 'correct':
      return no('Only an editor of this section does this.');
    case 'open comments':
    case 'close comments':
      return is(['moderator']) ? YES : no('Only an editor or a moderator does this.');
  }
}
