import { answerOwn } from '#app/(site)/comments/own-form.ts';
import { plain } from '#app/(site)/params.ts';
import { editComment } from '#features/comments/own.ts';
import { VISITOR } from '#features/people/actor.ts';
import { textFields } from '#lib/forms.ts';
import { PLACE_HEADER } from '#lib/pressed.ts';

type Context = { params: Promise<{ token: string }> };

/** Takes in what the writer says instead. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  const form = await request.formData().catch(() => null);
  if (!form) return new Response('This is not a form that was filled in here.\n', { status: 400 });
  const { text = '' } = textFields(form);
  const place = request.headers.get(PLACE_HEADER) ?? 'unknown';
  return answerOwn(token, await editComment(VISITOR, token, { text }, place), text);
}
