import type { Role } from '#features/people/actor.ts';

/** What the public sees of somebody who writes. */
export type AuthorView = { id: string; handle: string; name: string; bio: string; path: string };

/** What an administrator sees of an account. */
export type StaffView = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  createdAt: Date;
  deactivatedAt: Date | null;
};
