import { eq } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { approveComment, postComment, postStaffComment } from '#features/comments/commands.ts';
import type { Actor, Staff } from '#features/people/actor.ts';
import type { SampleComment, StaffAnswer } from '#features/sample/content/shape.ts';
import { must } from '#features/sample/internal/must.ts';
import type { Step } from '#features/sample/internal/telling.ts';

const MINUTE_MS = 60_000;
const MODERATION_MS = 4 * MINUTE_MS;

type Thread = { storyId: () => string; publishedAt: Date; staff: ReadonlyMap<string, Staff> };

/** The steps by which readers wrote and the desk judged. Answers come after what they answer. */
export function discussionSteps(
  actor: Actor,
  thread: Thread,
  written: readonly (SampleComment | StaffAnswer)[],
  parent: { id: string } | null = null,
): Step[] {
  return written.flatMap((one): Step[] => {
    const at = new Date(thread.publishedAt.getTime() + one.minutesAfter * MINUTE_MS);
    const place = () => ({ storyId: thread.storyId(), parentId: parent?.id, text: one.text });
    if ('handle' in one) {
      const writer = thread.staff.get(one.handle);
      if (!writer) throw new Error(`${one.handle} is not on the staff`);
      const answer = () => must('answer', postStaffComment(writer, place(), { sample: true }));
      return [{ at, run: () => answer().then(() => undefined) }];
    }
    const comment = { id: '' };
    const { name, email } = one;
    const post = async () => {
      const input = { ...place(), name, email };
      const posted = await must(name, postComment(actor, input, { sample: true }));
      comment.id = posted.commentId;
    };
    if (one.verdict === 'waiting') return [{ at, run: post }];
    const judged = new Date(at.getTime() + MODERATION_MS);
    return [
      { at, run: post },
      { at: judged, run: () => approve(actor, comment.id) },
      ...discussionSteps(actor, thread, one.answers ?? [], comment),
    ];
  });
}

async function approve(actor: Actor, commentId: string): Promise<void> {
  const [row] = await read
    .select({ revisionId: comments.latestRevisionId })
    .from(comments)
    .where(eq(comments.id, commentId));
  await must('approve', approveComment(actor, { commentId, revisionId: row?.revisionId }));
}
