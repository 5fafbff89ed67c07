import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** Whoever is shut out reads it on the page behind the own link, and nowhere else. */
export function banned({ at, writer }: Pick<Context, 'at' | 'writer'>): PhaseVerdict | null {
  const { ban } = writer;
  if (!ban || (ban.until !== null && at >= ban.until)) return null;
  const where = ban.scope === 'thread' ? 'in this conversation' : 'on this site';
  return { outcome: 'reject', rule: 'banned', why: `The writer is banned ${where}.` };
}
