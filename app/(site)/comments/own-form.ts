import { newId } from '#lib/ids.ts';
import { ownErrorPath, writersCommentPath } from '#lib/paths.ts';
import { RENDER_HEADER } from '#lib/pressed.ts';
import { currentRequest } from '#lib/request-context.ts';
import { type Result, statusOf } from '#lib/result.ts';

/** What a handler leaves for the writer's own page, which the door renders in place of its answer. */
export type RefusedOwn = {
  token: string;
  /** What was typed, if it was a change. */
  text: string | null;
  why: string;
  wrong: Record<string, string>;
};

/** Back to the writer's own page: by 303, or as the answer itself with what was wrong. */
export function answerOwn(token: string, result: Result<unknown>, text: string | null): Response {
  if (result.ok) {
    return new Response(null, { status: 303, headers: { location: writersCommentPath(token) } });
  }
  if (result.code === 'missing') return new Response(null, { status: 404 });
  const refused: RefusedOwn = { token, text, why: result.why, wrong: result.fields ?? {} };
  const current = currentRequest();
  if (current) current.stash = refused;
  return new Response(null, {
    status: statusOf[result.code],
    headers: { [RENDER_HEADER]: ownErrorPath(newId()) },
  });
}
