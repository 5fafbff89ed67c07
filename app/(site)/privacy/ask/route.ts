import { showAgain } from '#app/(site)/privacy/again.ts';
import { fieldsOf, notAForm, seeOther } from '#app/(site)/privacy/fields.ts';
import { askForHeld } from '#features/letters/commands.ts';
import { linkAskedPath } from '#lib/paths.ts';
import { PLACE_HEADER } from '#lib/pressed.ts';

/** Takes in an address: 303 to the same page for every one, or the form again if it is none. */
export async function POST(request: Request): Promise<Response> {
  const fields = await fieldsOf(request);
  if (!fields) return notAForm();
  const place = request.headers.get(PLACE_HEADER) ?? 'unknown';
  const result = await askForHeld(fields, { place });
  if (result.ok) return seeOther(linkAskedPath());
  const { code, why, fields: wrong = {} } = result;
  return showAgain(code, { form: 'ask', email: fields.email ?? '', why, wrong });
}
