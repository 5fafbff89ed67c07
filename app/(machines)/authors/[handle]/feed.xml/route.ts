import { answer, plain, RSS } from '#app/(machines)/answer.ts';
import { authorFeed } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

type Context = { params: Promise<{ handle: string }> };

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answer(await authorFeed(plain((await params).handle), env().siteUrl), RSS);
}
