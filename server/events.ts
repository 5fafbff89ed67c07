import type { OutboxEvent, Together } from '#db/outbox.ts';
import { finishRemoval, followStory } from '#features/comments/jobs.ts';
import { answerForAddress, finishRedaction } from '#features/law/jobs.ts';
import { lettersAfterDecision, lettersAfterPosts } from '#features/letters/jobs.ts';
import { settleAppeal } from '#features/moderation/jobs.ts';
import { mailLink } from '#features/people/jobs.ts';
import { followHandOver } from '#features/planning/jobs.ts';
import { indexAfter } from '#features/search/jobs.ts';
import { learnFrom } from '#features/spam/jobs.ts';
import { followPicture, followSection } from '#features/stories/jobs.ts';
import { unreachable } from '#lib/errors.ts';

/** What is done about many at once: comments come in floods. */
export const TOGETHER: Together = {
  'comment.posted': (posted) => lettersAfterPosts(posted.map(({ commentId }) => commentId)),
};

/** Who does what about an event of the outbox. It may come more than once. */
export async function handleEvent(event: OutboxEvent): Promise<void> {
  switch (event.kind) {
    case 'section.moved':
      return followSection(event.payload.sectionId);
    case 'picture.changed':
      return followPicture(event.payload.pictureId);
    case 'story.live':
      await followStory(event.payload.storyId);
      return indexAfter(event);
    case 'story.gone':
      return indexAfter(event);
    case 'redacted':
      return finishRedaction(event.payload);
    case 'comment.decided':
      await learnFrom(event.payload.commentId);
      await settleAppeal(event.payload.commentId);
      return lettersAfterDecision(event.payload.commentId);
    case 'comment.posted':
      return lettersAfterPosts([event.payload.commentId]);
    case 'comment.removed':
      return finishRemoval();
    case 'address.granted':
      return answerForAddress(event.payload.requestId);
    case 'drafts.handed-over':
      return followHandOver(event.payload);
    case 'link.wanted':
      return mailLink(event.payload);
    case 'touched':
      // Every process has its own caches and looks by itself: see server/press/touches.ts.
      return;
    default:
      return unreachable(event);
  }
}
