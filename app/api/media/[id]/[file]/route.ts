import { rendition } from '#features/media/queries.ts';

type Context = { params: Promise<{ id: string; file: string }> };

/** A picture's file. What is at an address never changes, so whoever has it need not ask again. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, file } = await params;
  const found = await rendition(id, file);
  if (!found) {
    return new Response('There is no such picture.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': found.type,
      'content-length': String(found.bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    },
  });
}
