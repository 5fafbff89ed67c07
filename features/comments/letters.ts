import { eq } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import type { Composed } from '#features/addresses/letter-kinds.ts';
import { siteSettings } from '#features/site/queries.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { env } from '#lib/env.ts';
import { element } from '#lib/html.ts';

/** Tells the writer of a comment that it was decided. */
export async function decidedLetter(commentId: string): Promise<Composed | null> {
  const [comment] = await read
    .select({ storyId: comments.storyId, state: comments.state })
    .from(comments)
    .where(eq(comments.id, commentId));
  const story = comment && (await discussionOf(read, comment.storyId));
  if (!comment || !story?.live || comment.state === 'waiting') return null;
  const { name } = await siteSettings();
  const url = env().siteUrl + story.path;
  const subject = `Your comment on ${name}`;
  const said =
    comment.state === 'approved'
      ? `Your comment under “${story.headline}” can be read now:`
      : `Your comment under “${story.headline}” was not published:`;
  return {
    from: name,
    subject,
    text: [said, url, ''].join('\n\n'),
    html: element(
      'html',
      { lang: 'en' },
      element('head', {}, element('title', {}, subject)),
      element(
        'body',
        {},
        element('p', {}, said),
        element('p', {}, element('a', { href: url }, url)),
      ),
    ),
  };
}
