import { bool, index, instant, int, oneOf, table, text } from '#db/columns.ts';

/** What was proved: on a newsroom that was made up for it, or on a copy of this one. */
export const PROVED_ON = ['made-up', 'copy'] as const;

/** Each time that somebody had it proved here that addresses reach nobody, and what came of it. */
export const privacyProofs = table(
  'privacy_proofs',
  {
    id: text('id').primaryKey(),
    madeAt: instant('made_at').notNull(),
    provedOn: oneOf('proved_on', PROVED_ON).notNull(),
    /** True if nothing differed and no route was left out. */
    held: bool('held').notNull(),
    /** sha256 in hex of everything that was observed. */
    digest: text('digest').notNull(),
    observations: int('observations').notNull(),
    differences: int('differences').notNull(),
  },
  (t) => [index('privacy_proofs_made').on(t.madeAt)],
);
