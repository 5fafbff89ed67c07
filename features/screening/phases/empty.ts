import type { DoorContext } from '#features/screening/context.ts';
import type { DoorRefusal } from '#features/screening/views.ts';

const SAYS = /[\p{L}\p{N}\p{S}]/u;

/** Full stops and dashes alone say nothing; a single heart does. */
export function empty({ text }: Pick<DoorContext, 'text'>): DoorRefusal | null {
  return SAYS.test(text) ? null : { code: 'invalid', why: 'Please fill this in.', field: 'text' };
}
