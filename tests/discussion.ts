import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { approveComment, type Posted, postComment } from '#features/comments/commands.ts';
import { type Actor, system, VISITOR } from '#features/people/actor.ts';
import { newChallenge } from '#features/spam/proof.ts';
import { asOf, now } from '#lib/clock.ts';
import { drawingFrom, newId } from '#lib/ids.ts';
import { draft, publish, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

export type Discussed = { storyId: string; revisionId: string; sectionId: string; path: string };

/** A live story that is open for comments, in a section of its own or in the given one. */
export async function discussedStory(sectionId?: string): Promise<Discussed> {
  const id = sectionId ?? (await section()).id;
  const saved = await draft(id);
  const path = await publish(saved);
  return { storyId: saved.storyId, revisionId: saved.revisionId, sectionId: id, path };
}

type Words = { text?: string; name?: string; email?: string; parentId?: string | null };

/** What a reader's form sends. */
export function form(storyId: string, words: Words = {}) {
  const email = `reader-${newId()}@example.com`;
  return { storyId, text: `A comment ${newId()}`, name: 'Dana K.', email, ...words };
}

/** A reader's comment, from a place of its own so that no limit is met, by a browser with script. */
export async function posted(storyId: string, words: Words = {}): Promise<Posted> {
  const proof = await proofOfWork();
  return good(await postComment(VISITOR, { ...form(storyId, words), proof }, { place: newId() }));
}

/** What a browser works out: done without the work, by choosing what has to be found. */
async function proofOfWork(): Promise<string> {
  const begun = new Date(now().getTime() - 60_000);
  const chosen = (bytes: number) => (bytes === 4 ? Buffer.alloc(4) : randomBytes(bytes));
  const asked = await asOf(begun, () => drawingFrom(chosen, newChallenge));
  const { algorithm, challenge, salt, signature } = asked;
  return Buffer.from(JSON.stringify({ algorithm, challenge, salt, signature, number: 0 })).toString(
    'base64',
  );
}

/** The newest revision of a comment, as a moderator finds it in the queue. */
export async function judgeable(commentId: string, state: 'waiting' | 'approved' | 'rejected') {
  const [found] = await read
    .select({ revisionId: comments.latestRevisionId, state: comments.state })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (found?.state !== state) throw new Error(`comment ${commentId} is not ${state}`);
  return { commentId, revisionId: found.revisionId };
}

/** Posted and approved. */
export async function shown(
  storyId: string,
  words: Words = {},
  by: Actor = system('test'),
): Promise<Posted> {
  const comment = await posted(storyId, words);
  good(await approveComment(by, await judgeable(comment.commentId, 'waiting')));
  return comment;
}

/** The random name under which the writer of a comment appears. */
export async function commenterOf(commentId: string): Promise<string> {
  const [row] = await read
    .select({ commenterId: comments.commenterId })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (!row?.commenterId) throw new Error('no commenter');
  return row.commenterId;
}
