import { answer, RSS } from '#app/(machines)/answer.ts';
import { siteFeed } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return answer(await siteFeed(env().siteUrl), RSS);
}
