import { answer, plain, RSS } from '#app/(machines)/answer.ts';
import { sectionFeed } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

type Context = { params: Promise<{ section: string }> };

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answer(await sectionFeed(plain((await params).section), env().siteUrl), RSS);
}
