import type { DoorContext } from '#features/screening/context.ts';
import type { DoorRefusal } from '#features/screening/views.ts';

/** Too much from one network, whoever writes there. An edit is no new comment. */
export function rate({ network, edit }: Pick<DoorContext, 'network' | 'edit'>): DoorRefusal | null {
  if (edit || !network.exhausted) return null;
  const why = 'Too many comments from your network. Please wait a few minutes.';
  return { code: 'limited', why };
}
