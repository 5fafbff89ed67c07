import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** So many copies under other stories within a day are no thought that somebody had twice. */
const SENT_AROUND = 3;

/** The same words as something that came in lately. */
export function repeated({ same, edit }: Pick<Context, 'same' | 'edit'>): PhaseVerdict | null {
  if (edit) return null;
  if (same.elsewhere >= SENT_AROUND) {
    const why = `The same words came under ${same.elsewhere} other stories within a day.`;
    return { outcome: 'spam', rule: 'sent around', why };
  }
  if (same.here + same.elsewhere === 0) return null;
  const where = same.here > 0 ? 'under this story' : 'under another story';
  return { outcome: 'hold', rule: 'said before', why: `The same words came in ${where} already.` };
}
