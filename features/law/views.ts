import type { Verdict } from '#features/people/actor.ts';

/** An open hold, as the desk shows it. */
export type HoldView = { id: string; reason: string; by: string; at: Date };

/** What can be done about a thing because the law asks for it, and why not. */
export type LawView = { holds: HoldView[]; hold: Verdict; redact: Verdict };
