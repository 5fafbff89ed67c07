import { connection } from 'next/server';
import { answer, RSS } from '#app/(machines)/answer.ts';
import { siteFeed } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

export async function GET(): Promise<Response> {
  await connection();
  return answer(await siteFeed(env().siteUrl), RSS);
}
