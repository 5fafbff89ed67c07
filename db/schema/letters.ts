import { index, instant, oneOf, table, text } from '#db/columns.ts';

/** The comments whose writers want letters about them. Where those go is in the store of addresses. */
export const commentWishes = table('comment_wishes', {
  commentId: text('comment_id').primaryKey(),
  madeAt: instant('made_at').notNull(),
});

export const DISCLOSURE_VERDICTS = ['granted', 'refused', 'taken back'] as const;

/** What the law asks for: the address behind a comment. The address is in no row of this store. */
export const disclosures = table(
  'disclosures',
  {
    id: text('id').primaryKey(),
    commentId: text('comment_id').notNull(),
    reason: text('reason').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** Open until somebody else decides, or whoever asked takes it back. */
    verdict: oneOf('verdict', DISCLOSURE_VERDICTS),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    index('disclosures_comment').on(t.commentId, t.verdict),
    index('disclosures_asked').on(t.askedAt),
  ],
);
