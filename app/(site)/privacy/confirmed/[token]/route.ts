import { plain } from '#app/(site)/params.ts';
import { seeOther } from '#app/(site)/privacy/fields.ts';
import { confirmAddress } from '#features/letters/commands.ts';
import { confirmPath } from '#lib/paths.ts';

type Context = { params: Promise<{ token: string }> };

/** Takes the word of whoever got the letter. The page of the link says what has come of it. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  await confirmAddress(token);
  return seeOther(confirmPath(token));
}
