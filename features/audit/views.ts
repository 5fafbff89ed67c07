import type { Did } from '#features/audit/words.ts';

export type AuditFilter = {
  /** An id of the staff, `system` for what Dateline did by itself, `visitor` for readers. */
  person?: string | undefined;
  act?: string | undefined;
  noun?: string | undefined;
  thing?: string | undefined;
  /** Calendar days in the newsroom's zone, both of them included. */
  from?: string | undefined;
  until?: string | undefined;
  /** Only what is older than the row at this position. */
  before?: number | undefined;
};

/** One row of the log, in words. */
export type AuditEntry = {
  position: number;
  at: Date;
  who: string;
  /** What was done, around the name of what it was done to. */
  did: Did;
  thing: { noun: string; id: string; name: string; path: string | null };
  /** What whoever did it wrote to it. */
  said: string;
  /** True if the details were erased; the row itself is proved all the same. */
  erased: boolean;
};

/** The newest rows that match, and where the older ones begin, if there are any. */
export type AuditPage = { entries: AuditEntry[]; older: number | null };

export type AuditChoices = {
  people: { id: string; name: string }[];
  acts: { act: string; name: string }[];
  nouns: readonly string[];
};
