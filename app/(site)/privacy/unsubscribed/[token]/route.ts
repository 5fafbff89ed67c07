import { plain } from '#app/(site)/params.ts';
import { fieldsOf, seeOther } from '#app/(site)/privacy/fields.ts';
import { changeLetters } from '#features/letters/commands.ts';
import { unsubscribePath } from '#lib/paths.ts';

type Context = { params: Promise<{ token: string }> };

/**
 * Ends letters: by the button of the page, or by that of a mail program (RFC 8058), which follows no
 * redirect and is told so by the status alone.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const token = plain((await params).token);
  const fields = (await fieldsOf(request)) ?? {};
  const oneClick = 'List-Unsubscribe' in fields;
  const result = await changeLetters(token, { act: fields.act ?? 'end' });
  if (!oneClick) return seeOther(unsubscribePath(token));
  if (!result.ok) return new Response(null, { status: 404 });
  return new Response('No more letters go to this address.\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
