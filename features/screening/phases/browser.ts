import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** Nobody reads a form, thinks and types in less. */
const LEAST_SECONDS = 4;

/**
 * How the form was filled in. Without script nothing is known of that, and nothing is wrong with it:
 * where comments appear at once, such a one waits for somebody to read it.
 */
export function browser({
  signals,
  policy,
  edit,
}: Pick<Context, 'signals' | 'policy' | 'edit'>): PhaseVerdict | null {
  if (edit) return null;
  const { trap, proof, seconds } = signals;
  if (trap) {
    return { outcome: 'spam', rule: 'trap', why: 'A field that people do not see was filled in.' };
  }
  if (proof === 'wrong') {
    return { outcome: 'hold', rule: 'made up', why: 'Its proof of work was made up.' };
  }
  if (seconds !== null && seconds < LEAST_SECONDS) {
    const why = `Sent ${Math.floor(seconds)} s after somebody began to fill in the form.`;
    return { outcome: 'hold', rule: 'too fast', why };
  }
  if (proof === 'done' || policy.moderation === 'pre') return null;
  const why = 'Sent without the work that a browser with script does.';
  return { outcome: 'wait', rule: 'no proof', why };
}
