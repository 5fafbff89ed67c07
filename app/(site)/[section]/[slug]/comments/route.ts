import type { RefusedComment } from '#app/(site)/form/comment/refused.ts';
import { plain } from '#app/(site)/params.ts';
import { postComment } from '#features/comments/commands.ts';
import { previewComment } from '#features/comments/previewing.ts';
import { discussionAt } from '#features/comments/queries.ts';
import { VISITOR } from '#features/people/actor.ts';
import { env } from '#lib/env.ts';
import { textFields } from '#lib/forms.ts';
import { newId, newToken } from '#lib/ids.ts';
import { commentErrorPath, storyPath, writersCommentPath } from '#lib/paths.ts';
import { PLACE_HEADER, RENDER_HEADER } from '#lib/pressed.ts';
import { cookieNamed, NAME_COOKIE, nameCookie, ownCookie } from '#lib/reader-cookies.ts';
import { currentRequest } from '#lib/request-context.ts';
import { type Refusal, statusOf } from '#lib/result.ts';

type Context = { params: Promise<{ section: string; slug: string }> };
type Fields = Record<string, string>;

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
  if (fields.preview) {
    const seen = await previewComment(place, fields.text);
    return seen.ok
      ? showPreview(story.path, fields, seen.value)
      : showAgain(story.path, fields, seen);
  }
  const known = cookieNamed(request.headers.get('cookie'), NAME_COOKIE);
  const keptName = known ?? newToken();
  const input = { ...fields, storyId: story.storyId };
  const result = await postComment(VISITOR, input, { place, keptName });
  if (!result.ok) return showAgain(story.path, fields, result);
  const { token, commentId } = result.value;
  const { siteUrl } = env();
  const headers = new Headers({ location: writersCommentPath(token) });
  headers.append('set-cookie', ownCookie(commentId, token, siteUrl));
  if (fields.recognise && !known) headers.append('set-cookie', nameCookie(keptName, siteUrl));
  return new Response(null, { status: 303, headers });
}

async function fieldsOf(request: Request): Promise<Fields | null> {
  try {
    return textFields(await request.formData());
  } catch {
    return null;
  }
}

/**
 * The form as it was typed, and how its comment would look. Like every answer that gives a form back it
 * says by its status that nothing was taken in.
 */
function showPreview(path: string, fields: Fields, preview: string): Response {
  return render(statusOf.invalid, {
    ...again(path, fields),
    why: '',
    wrong: {},
    closed: false,
    preview,
  });
}

function showAgain(path: string, fields: Fields, { code, why, fields: wrong = {} }: Refusal) {
  return render(statusOf[code], { ...again(path, fields), why, wrong, closed: code === 'illegal' });
}

function again(path: string, fields: Fields) {
  const { text = '', name = '', email = '', notify = '', parentId = '', recognise } = fields;
  return {
    path,
    typed: {
      text,
      name,
      email,
      notify: notify !== '',
      parentId: parentId || null,
      recognise: Boolean(recognise),
    },
  };
}

/** Leaves what was typed for the page that the door renders in this answer's place, and nowhere else. */
function render(status: number, refused: RefusedComment): Response {
  const request = currentRequest();
  if (request) request.stash = refused;
  return new Response(null, {
    status,
    headers: { [RENDER_HEADER]: commentErrorPath(newId()) },
  });
}
