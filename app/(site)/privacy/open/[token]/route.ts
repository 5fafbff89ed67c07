import { plain } from '#app/(site)/params.ts';
import { seeOther } from '#app/(site)/privacy/fields.ts';
import { openHeld } from '#features/letters/commands.ts';
import { heldPath, openHeldPath } from '#lib/paths.ts';

type Context = { params: Promise<{ token: string }> };

/** Uses the mailed link up: 303 to what is held, or to the page that says that it was used. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  const opened = await openHeld(token);
  return seeOther(opened.ok ? heldPath(opened.value.token) : openHeldPath(token));
}
