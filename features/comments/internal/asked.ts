import { type Reader, read } from '#db/store.ts';
import { closingTime } from '#features/comments/internal/screening.ts';
import type { Asked } from '#features/comments/views.ts';
import { closedAmong, commentPolicy } from '#features/screening/queries.ts';
import { commentPolicyTag } from '#features/screening/tags.ts';
import { dayTag, siteTag } from '#features/site/tags.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { storyTag } from '#features/stories/tags.ts';
import { keepUntilTouched, remembered } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';

/** What is asked of new comments under a story now, as its readers are told. */
export async function askedUnder(from: Reader, storyId: string): Promise<Asked> {
  keepUntilTouched(commentPolicyTag());
  const story = await discussionOf(from, storyId);
  const policy = await commentPolicy(from, { storyId, sectionId: story?.sectionId ?? '' });
  // They close at a midnight, when every page that says what day it is is made anew.
  if (policy.closeAfterDays > 0) keepUntilTouched(dayTag(), siteTag());
  const closesAt = story && (await closingTime(story, policy));
  const over = closesAt !== null && now() >= closesAt;
  const { moderation, firstComment, slowSeconds } = policy;
  const open = story?.commentsOpen === true && !over;
  return { open, closesAt, moderation, firstComment, slowSeconds };
}

/** The story, remembered: for a look at the door. Whatever stores a comment looks again. */
export const storyAtDoor = remembered('story at the door', (storyId: string) => {
  keepUntilTouched(storyTag(storyId));
  return discussionOf(read, storyId);
});

/** What holds for comments at a place, remembered like the story. */
export const policyAtDoor = remembered(
  'policy at the door',
  (sectionId: string, storyId: string) => {
    keepUntilTouched(commentPolicyTag());
    return commentPolicy(read, { sectionId, storyId });
  },
);

/** The same threads, each with whether nobody may answer in it any more. */
export async function withClosed<Thread extends { id: string }>(
  from: Reader,
  threads: readonly Thread[],
): Promise<(Thread & { closed: boolean })[]> {
  const ids = threads.map((thread) => thread.id);
  const closed = await closedAmong(from, ids);
  return threads.map((thread) => ({ ...thread, closed: closed.has(thread.id) }));
}
