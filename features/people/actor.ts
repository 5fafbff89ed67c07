import type { ROLES } from '#db/schema/people.ts';

export type Role = (typeof ROLES)[number];

/** A role for the whole site (`sectionId` empty) or for one section. */
export type Grant = { role: Role; sectionId: string | null };

export type Staff = {
  type: 'staff';
  id: string;
  name: string;
  grants: readonly Grant[];
  /** Set while a role asks for a second step that this session has not taken; no grants until then. */
  owesSecondStep?: true;
};

/** Whoever acts. Never null: who did not say who they are is a visitor. */
export type Actor = Staff | { type: 'visitor' } | { type: 'system'; job: string };

export const VISITOR: Actor = { type: 'visitor' };

export function system(job: string): Actor {
  return { type: 'system', job };
}

/** How the audit log and the decisions name an actor. */
export function actorName(actor: Actor): string {
  switch (actor.type) {
    case 'staff':
      return `staff:${actor.id}`;
    case 'visitor':
      return 'visitor';
    case 'system':
      return `system:${actor.job}`;
  }
}

/** True if the actor has one of the roles, for the section where one is asked about. */
export function hasRole(actor: Actor, roles: readonly Role[], sectionId?: string): boolean {
  if (actor.type === 'visitor') return false;
  if (actor.type === 'system') return true;
  return actor.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (grant.sectionId === null || (sectionId !== undefined && grant.sectionId === sectionId)),
  );
}

/** What a policy answers: yes, or no with the reason that the button and the refusal both show. */
export type Verdict = { ok: true } | { ok: false; why: string };

export const YES: Verdict = { ok: true };

export function no(why: string): Verdict {
  return { ok: false, why };
}
