import { plain } from '#app/(site)/params.ts';
import { showAgain } from '#app/(site)/privacy/again.ts';
import { fieldsOf, notAForm, seeOther } from '#app/(site)/privacy/fields.ts';
import { eraseHeld } from '#features/letters/commands.ts';
import { erasedPath, heldPath } from '#lib/paths.ts';

type Context = { params: Promise<{ token: string }> };

/** Erases what is held: 303 to the page that says so, or the form again with what is wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  const fields = await fieldsOf(request);
  if (!fields) return notAForm();
  const result = await eraseHeld(token, fields);
  if (result.ok) return seeOther(erasedPath());
  if (result.code === 'missing') return seeOther(heldPath(token));
  const { code, why, fields: wrong = {} } = result;
  return showAgain(code, { form: 'erase', token, texts: fields.texts ?? '', why, wrong });
}
