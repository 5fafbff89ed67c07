import type { METHODS } from '#db/schema/people.ts';
import type { Role } from '#features/people/actor.ts';

/** What the public sees of somebody who writes. */
export type AuthorView = { id: string; handle: string; name: string; bio: string; path: string };

/** What an administrator sees of an account. */
export type StaffView = {
  id: string;
  /** Empty while somebody is only invited. */
  name: string;
  email: string;
  roles: { role: Role; sectionId: string | null; section?: string }[];
  createdAt: Date;
  deactivatedAt: Date | null;
  /** Until when the invitation is good, or that it is over; null for who has come. */
  invitation: Date | 'over' | null;
  hasApp: boolean;
  hasPassword: boolean;
};

/** What a person sees of one of the own sessions. */
export type SessionView = {
  key: string;
  device: string;
  method: (typeof METHODS)[number];
  since: Date;
  /** To the hour. */
  seen: Date;
  here: boolean;
};

/** What a person signs in with. */
export type OwnFactors = { password: boolean; app: boolean; codesLeft: number };

/** What an authenticator app needs, to be scanned or typed. */
export type AppSetUp = { secret: string; uri: string; squares: string; size: number };

export type PasskeyView = { id: string; name: string; createdAt: Date; usedAt: Date | null };
