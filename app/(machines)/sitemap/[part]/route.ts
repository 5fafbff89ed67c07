import { answer, XML } from '#app/(machines)/answer.ts';
import { siteMapPart } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

type Context = { params: Promise<{ part: string }> };

export const dynamic = 'force-dynamic';

/** `/sitemap/2.xml`, which `/sitemap.xml` names when it is an index. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const number = /^([1-9]\d{0,5})\.xml$/.exec((await params).part)?.[1];
  return answer(number ? await siteMapPart(Number(number), env().siteUrl) : null, XML);
}
