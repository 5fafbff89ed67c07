import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** The last word is the place's own: here everything is read before it appears. */
export function heldByPolicy({ policy }: Pick<Context, 'policy'>): PhaseVerdict | null {
  if (policy.moderation === 'post') return null;
  return { outcome: 'wait', rule: 'pre', why: 'Every comment is read before it appears.' };
}
