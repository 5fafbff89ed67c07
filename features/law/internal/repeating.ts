import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { comments } from '#db/schema/comments.ts';
import { pictures } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import { read, transaction } from '#db/store.ts';
import { removeByAuthor } from '#features/comments/redaction.ts';
import { type HeldNoun, openHolds } from '#features/holds/queries.ts';
import type { NotedRedaction } from '#features/holds/redaction-log.ts';
import { openWords } from '#features/law/closed-words.ts';
import { liftHold, redactComment, redactPicture, redactRevision } from '#features/law/commands.ts';
import { pictureForChange, sameFile } from '#features/media/redaction.ts';
import { actorName, system } from '#features/people/actor.ts';
import { storiesOfPictures } from '#features/stories/redaction.ts';
import { ok, type Result } from '#lib/result.ts';

const RESTORE = system('restore');
const LIFTED = 'It was lifted before what it kept was redacted, which came after the backup.';

/** Redacts once more. Answers whether there was anything to do. */
export function repeatRedaction(one: NotedRedaction): Promise<Result<boolean>> {
  switch (one.what) {
    case 'comment':
      return commentAgain(one);
    case 'own comment':
      return ownCommentAgain(one);
    case 'picture':
      return pictureAgain(one);
    case 'revisions':
      return revisionsAgain(one);
  }
}

type Noted<W extends NotedRedaction['what']> = Extract<NotedRedaction, { what: W }>;

async function commentAgain({ commentId, reason }: Noted<'comment'>): Promise<Result<boolean>> {
  if (!(await saysSomething(commentId))) return ok(false);
  await liftHolds('comment', [commentId]);
  const done = await redactComment(RESTORE, { commentId, reason });
  // Every revision had been redacted in the older state too.
  return done.ok || done.code === 'illegal' ? ok(done.ok) : done;
}

async function saysSomething(commentId: string): Promise<boolean> {
  const [row] = await read
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, commentId), ne(comments.state, 'removed')));
  return row !== undefined;
}

function ownCommentAgain({ commentId }: Noted<'own comment'>): Promise<Result<boolean>> {
  return transaction(async (tx) => {
    const [comment] = await tx
      .select()
      .from(comments)
      .where(and(eq(comments.id, commentId), ne(comments.state, 'removed')));
    if (!comment) return ok(false);
    await removeByAuthor(tx, comment);
    await recordAudit(tx, {
      actor: actorName(RESTORE),
      act: 'comment.delete',
      noun: 'comment',
      thingId: commentId,
      payload: {},
    });
    return ok(true);
  });
}

async function pictureAgain({ pictureIds, reason }: Noted<'picture'>): Promise<Result<boolean>> {
  let redacted = false;
  const there = await read
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(inArray(pictures.id, pictureIds), isNull(pictures.redactedAt)));
  for (const { id } of there) {
    const touched = await transaction(async (tx) => {
      const picture = await pictureForChange(tx, id);
      const ids = picture && !picture.redactedAt ? await sameFile(tx, picture) : [];
      const same = ids.map((row) => row.id);
      return { same, stories: await storiesOfPictures(tx, same) };
    });
    // One that is the same file was redacted with the one before.
    if (touched.same.length === 0) continue;
    await liftHolds('picture', touched.same);
    await liftHolds('story', touched.stories);
    const done = await redactPicture(RESTORE, { pictureId: id, reason });
    if (!done.ok) return done;
    redacted = true;
  }
  return ok(redacted);
}

async function revisionsAgain(noted: Noted<'revisions'>): Promise<Result<boolean>> {
  const { storyId, forgetAddress, reason } = noted;
  const there = await read
    .select()
    .from(revisions)
    .where(and(inArray(revisions.id, noted.revisionIds), isNull(revisions.redactedAt)));
  if (there.length === 0) return ok(false);
  const words = there.flatMap((one) => {
    const closed = noted.words.find(({ revisionId }) => revisionId === one.id)?.closed;
    return closed === undefined ? [] : (openWords(closed, one) ?? []);
  });
  await liftHolds('story', [storyId]);
  const revisionIds = there.map((one) => one.id);
  const input = { storyId, revisionIds, words: [...new Set(words)], forgetAddress, reason };
  const done = await redactRevision(RESTORE, input);
  return done.ok ? ok(true) : done;
}

/** A thing was not redacted while it was held: whoever held it up had let it go by then. */
async function liftHolds(noun: HeldNoun, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (const hold of await openHolds(read, noun, id)) {
      await liftHold(RESTORE, { holdId: hold.id, reason: LIFTED });
    }
  }
}
