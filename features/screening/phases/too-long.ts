import type { DoorContext } from '#features/screening/context.ts';
import type { DoorRefusal } from '#features/screening/views.ts';

/** Longer than the place allows, in characters as people see them. */
export function tooLong({
  text,
  policy,
}: Pick<DoorContext, 'text' | 'policy'>): DoorRefusal | null {
  const length = [...text].length;
  if (length <= policy.maxLength) return null;
  const over = length - policy.maxLength;
  const why = `At most ${policy.maxLength} characters: this is ${over} too many.`;
  return { code: 'invalid', why, field: 'text' };
}
