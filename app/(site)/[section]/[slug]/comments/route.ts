import type { RefusedComment } from '#app/(site)/form/comment/refused.ts';
import { plain } from '#app/(site)/params.ts';
import { postComment } from '#features/comments/commands.ts';
import { discussionAt } from '#features/comments/queries.ts';
import { VISITOR } from '#features/people/actor.ts';
import { textFields } from '#lib/forms.ts';
import { newId } from '#lib/ids.ts';
import { commentErrorPath, storyPath, writersCommentPath } from '#lib/paths.ts';
import { PLACE_HEADER, RENDER_HEADER } from '#lib/pressed.ts';
import { currentRequest } from '#lib/request-context.ts';
import { type Refusal, statusOf } from '#lib/result.ts';

type Context = { params: Promise<{ section: string; slug: string }> };

/** Takes a comment's form in: 303 to the writer's own page, or the form again with what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { section, slug } = await params;
  const story = await discussionAt(storyPath(plain(section), plain(slug)));
  if (!story) return new Response(null, { status: 404 });
  if (story === 'gone') return new Response(null, { status: 410 });
  const fields = await fieldsOf(request);
  if (!fields)
    return new Response('This is not a form that was filled in here.\n', { status: 400 });
  const place = request.headers.get(PLACE_HEADER) ?? 'unknown';
  const result = await postComment(VISITOR, { ...fields, storyId: story.storyId }, { place });
  if (!result.ok) return showAgain(story.path, fields, result);
  return new Response(null, {
    status: 303,
    headers: { location: writersCommentPath(result.value.token) },
  });
}

async function fieldsOf(request: Request): Promise<Record<string, string> | null> {
  try {
    return textFields(await request.formData());
  } catch {
    return null;
  }
}

/** Leaves what was typed for the page that the door renders in this answer's place, and nowhere else. */
function showAgain(
  path: string,
  { text = '', name = '', email = '', parentId = '' }: Record<string, string>,
  { code, why, fields = {} }: Refusal,
): Response {
  const refused: RefusedComment = {
    path,
    typed: { text, name, email, parentId: parentId || null },
    why,
    wrong: fields,
    closed: code === 'illegal',
  };
  const request = currentRequest();
  if (request) request.stash = refused;
  return new Response(null, {
    status: statusOf[code],
    headers: { [RENDER_HEADER]: commentErrorPath(newId()) },
  });
}
