import { siteFile } from '#features/settings/queries.ts';

type Context = { params: Promise<{ file: string }> };

/** A logo or the accent's style sheet. What is at an address never changes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const found = await siteFile(file);
  if (!found) {
    return new Response('There is no such file.\n', {
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
      // An SVG may be opened by itself: then its own styles are all that it has.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
