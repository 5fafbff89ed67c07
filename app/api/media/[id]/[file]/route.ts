import { isShown, rendition } from '#features/media/queries.ts';
import { publicHeaders, staffHeaders } from '#features/media/serving.ts';
import { pictureTag } from '#features/media/tags.ts';
import { currentStaff } from '#features/people/session.ts';
import { previewShows } from '#features/stories/preview-links.ts';
import { now } from '#lib/clock.ts';
import { mediaPath } from '#lib/paths.ts';

type Context = { params: Promise<{ id: string; file: string }> };

/**
 * A picture's file. What is at an address never changes, so whoever has it need not ask again. While
 * no reader has a story with it, it is for the desk and for whoever was shown it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, file } = await params;
  const shown = await isShown(id);
  if (!shown && !(await maySee(request, id))) return missing();
  const found = await rendition(id, file);
  switch (found.kind) {
    case 'file':
      return new Response(new Uint8Array(found.bytes), {
        headers: shown ? publicHeaders(found, pictureTag(id), now()) : staffHeaders(found.type),
      });
    case 'moved':
      return said(301, 'This picture has changed.', { location: mediaPath(id, found.file) });
    case 'gone':
      return said(410, 'This picture may not be shown any more.');
    case 'busy':
      return said(503, 'Too many pictures are being made: please try again.', {
        'retry-after': '5',
      });
    case 'missing':
      return missing();
  }
}

/** Staff, and whoever has the secret address of a story with it. */
async function maySee(request: Request, id: string): Promise<boolean> {
  const token = new URL(request.url).searchParams.get('preview');
  if (token && (await previewShows(token, id))) return true;
  return (await currentStaff()) !== null;
}

function missing(): Response {
  return said(404, 'There is no such picture.');
}

function said(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
