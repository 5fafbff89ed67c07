import { answer, plain, RSS } from '#app/(machines)/answer.ts';
import { topicFeed } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

type Context = { params: Promise<{ topic: string }> };

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answer(await topicFeed(plain((await params).topic), env().siteUrl), RSS);
}
