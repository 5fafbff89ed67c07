import type { Role } from '#features/people/actor.ts';

/** What a role is called, and what it does, in the order in which rights grow. */
export const ROLE_WORDS: Record<Role, { name: string; does: string }> = {
  contributor: { name: 'Contributor', does: 'Writes own drafts and sends them for review.' },
  reporter: { name: 'Reporter', does: 'Also uploads pictures and changes own live stories.' },
  editor: { name: 'Editor', does: 'Everything about stories and comments.' },
  moderator: { name: 'Moderator', does: 'Comments only.' },
  admin: { name: 'Administrator', does: 'Also people, sections and settings.' },
};
