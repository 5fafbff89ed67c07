import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** Nobody has approved a comment of this writer yet. */
export function firstComment({
  writer,
  policy,
}: Pick<Context, 'writer' | 'policy'>): PhaseVerdict | null {
  if (!policy.firstComment || writer.approved > 0) return null;
  const why =
    writer.rejected > 0
      ? 'No comment of this writer was approved yet.'
      : 'The first of this writer.';
  return { outcome: 'wait', rule: 'first', why };
}
