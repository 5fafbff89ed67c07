import { plain } from '#app/(site)/params.ts';
import { commentCount } from '#features/comments/discussions.ts';
import { storyAt } from '#features/stories/queries.ts';
import { storyPath } from '#lib/paths.ts';

type Context = { params: Promise<{ section: string; slug: string }> };

/** How many comments there are now, for a page that is open. The press holds it like any other. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { section, slug } = await params;
  const story = await storyAt(storyPath(plain(section), plain(slug)));
  if (!story) return new Response(null, { status: 404 });
  return Response.json({ comments: await commentCount(story.id) });
}
