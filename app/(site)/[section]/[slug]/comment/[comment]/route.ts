import { plain } from '#app/(site)/params.ts';
import { permalink } from '#features/comments/discussions.ts';
import { href, storyPath } from '#lib/paths.ts';

type Context = { params: Promise<{ section: string; slug: string; comment: string }> };

/** Leads to where a comment stands now: earlier ones may appear or go, and it moves to another page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { section, slug, comment } = await params;
  const place = await permalink(storyPath(plain(section), plain(slug)), plain(comment));
  if (!place) return new Response(null, { status: 404 });
  return new Response(null, { status: 302, headers: { location: href(place) } });
}
