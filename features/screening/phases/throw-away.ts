import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/**
 * An address that somebody made for ten minutes. It is only said to moderators: were anything done about
 * it, what readers see would depend on an address.
 */
export function throwAway({ writer }: Pick<Context, 'writer'>): PhaseVerdict | null {
  if (!writer.throwAway) return null;
  const why = 'The address is of a provider where addresses last for minutes.';
  return { outcome: 'note', rule: 'throw-away', why };
}
