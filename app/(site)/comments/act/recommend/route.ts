import { browserOf } from '#app/(site)/comments/act/browser.ts';
import { recommendComment } from '#features/comments/recommending.ts';
import { VISITOR } from '#features/people/actor.ts';
import { textFields } from '#lib/forms.ts';
import { commentPath, href } from '#lib/paths.ts';
import { statusOf } from '#lib/result.ts';

/** Counts a recommendation once for each browser, and leads back to the comment. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('This is not a form that was filled in here.\n', { status: 400 });
  const browser = browserOf(request);
  const result = await recommendComment(VISITOR, textFields(form), browser);
  if (!result.ok) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response(`${result.why}\n`, { status: statusOf[result.code], headers });
  }
  const { storyPath, commentId } = result.value;
  const location = href(commentPath(storyPath, commentId));
  return new Response(null, { status: 303, headers: { ...browser.remember, location } });
}
