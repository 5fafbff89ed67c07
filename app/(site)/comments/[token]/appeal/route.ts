import type { RefusedAppeal } from '#app/(site)/form/appeal/refused.ts';
import { plain } from '#app/(site)/params.ts';
import { appeal } from '#features/moderation/appeals.ts';
import { VISITOR } from '#features/people/actor.ts';
import { textFields } from '#lib/forms.ts';
import { newId } from '#lib/ids.ts';
import { appealErrorPath, writersCommentPath } from '#lib/paths.ts';
import { RENDER_HEADER } from '#lib/pressed.ts';
import { currentRequest } from '#lib/request-context.ts';
import { statusOf } from '#lib/result.ts';

type Context = { params: Promise<{ token: string }> };

/** Takes an appeal in: 303 to the writer's own page, or that page with what was typed and what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('This is not a form that was filled in here.\n', { status: 400 });
  const fields = textFields(form);
  const result = await appeal(VISITOR, token, fields);
  if (result.ok || result.code === 'illegal') {
    // What cannot be appealed any more says so on its page.
    const location = `${writersCommentPath(token)}#appeal`;
    return new Response(null, { status: 303, headers: { location } });
  }
  if (result.code === 'missing') return new Response(null, { status: 404 });
  const refused: RefusedAppeal = {
    token,
    typed: { text: fields.text ?? '', why: result.fields?.text ?? result.why },
  };
  const current = currentRequest();
  if (current) current.stash = refused;
  return new Response(null, {
    status: statusOf[result.code],
    headers: { [RENDER_HEADER]: appealErrorPath(newId()) },
  });
}
