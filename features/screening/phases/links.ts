import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** With a protocol or www, or a bare domain with a path: what a reader would take for a link. */
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"]{2,500}|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\/[^\s<>"]{0,500}/giu;

/** More links than the place lets pass unseen. */
export function links({ text, policy }: Pick<Context, 'text' | 'policy'>): PhaseVerdict | null {
  const found = [...text.matchAll(LINK)];
  if (found.length <= policy.maxLinks) return null;
  const spans = found.map(({ index, 0: link }) => ({ from: index, to: index + link.length }));
  const many = found.length === 1 ? '1 link' : `${found.length} links`;
  const why = `${many}; ${policy.maxLinks} may pass.`;
  return { outcome: 'hold', rule: 'links', why, spans: spans.slice(0, 20) };
}
