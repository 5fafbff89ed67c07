import { type Actor, no, type Role, type Verdict, YES } from '#features/people/actor.ts';

export type MediaAct = 'see' | 'add' | 'change' | 'replace' | 'remove sample';

const WORDS: Record<MediaAct, { roles: readonly Role[]; why: string }> = {
  see: {
    roles: ['contributor', 'reporter', 'editor', 'admin'],
    why: 'Only those who write can see the pictures.',
  },
  add: {
    roles: ['reporter', 'editor', 'admin'],
    why: 'Only a reporter or an editor can add a picture.',
  },
  change: {
    roles: ['editor', 'admin'],
    why: 'Only an editor, or the reporter who added it, can change a picture.',
  },
  replace: {
    roles: ['editor', 'admin'],
    why: 'Only an editor can replace a picture everywhere.',
  },
  'remove sample': {
    roles: ['admin'],
    why: 'Only an administrator can take the sample newsroom away.',
  },
};

/** Who may do what with pictures. They belong to no section, so a role in any section will do. */
export function can(actor: Actor, act: MediaAct, { own = false } = {}): Verdict {
  const { roles, why } = WORDS[act];
  if (actor.type === 'system') return YES;
  if (actor.type === 'visitor') return no(why);
  const allowed: readonly Role[] = act === 'change' && own ? [...roles, 'reporter'] : roles;
  return actor.grants.some((grant) => allowed.includes(grant.role)) ? YES : no(why);
}
