import { plain } from '#app/(site)/params.ts';
import { heldBy } from '#features/letters/queries.ts';

type Context = { params: Promise<{ token: string }> };

/** The same as the page, for whoever wants to take it along. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await heldBy(plain((await params).token));
  if (!found) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(found.held, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
