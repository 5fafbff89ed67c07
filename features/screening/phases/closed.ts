import type { DoorContext } from '#features/screening/context.ts';
import type { DoorRefusal } from '#features/screening/views.ts';

/** Where nobody may comment: the story is closed, its time is over, or the thread is closed. */
export function closed({
  at,
  story,
  thread,
}: Pick<DoorContext, 'at' | 'story' | 'thread'>): DoorRefusal | null {
  if (!story.open || (story.closesAt !== null && at >= story.closesAt)) {
    return { code: 'illegal', why: 'Comments are closed.' };
  }
  return thread.open ? null : { code: 'illegal', why: 'This conversation is closed.' };
}
