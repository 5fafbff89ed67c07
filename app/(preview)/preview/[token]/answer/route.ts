import type { RefusedAnswer } from '#app/(preview)/form/preview/refused.ts';
import { answerPreview } from '#features/stories/preview-links.ts';
import { textFields } from '#lib/forms.ts';
import { newId } from '#lib/ids.ts';
import { previewErrorPath, secretPreviewPath } from '#lib/paths.ts';
import { RENDER_HEADER } from '#lib/pressed.ts';
import { currentRequest } from '#lib/request-context.ts';
import { statusOf } from '#lib/result.ts';

type Context = { params: Promise<{ token: string }> };

/** Takes in what somebody without an account writes back: 303 to the page, or it again with why not. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('This is not a form that was filled in here.\n', { status: 400 });
  const fields = textFields(form);
  const result = await answerPreview(token, fields);
  if (result.ok) {
    const location = `${secretPreviewPath(token)}#answer`;
    return new Response(null, { status: 303, headers: { location } });
  }
  if (result.code === 'missing') return new Response(null, { status: 404 });
  const { why, code, fields: wrong = {} } = result;
  const { text = '', kind = '' } = fields;
  const refused: RefusedAnswer = { token, answered: { text, kind, why, wrong } };
  const current = currentRequest();
  if (current) current.stash = refused;
  return new Response(null, {
    status: statusOf[code],
    headers: { [RENDER_HEADER]: previewErrorPath(newId()) },
  });
}
