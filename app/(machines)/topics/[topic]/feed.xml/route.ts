import { connection } from 'next/server';
import { answer, plain, RSS } from '#app/(machines)/answer.ts';
import { topicFeed } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

type Context = { params: Promise<{ topic: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  await connection();
  return answer(await topicFeed(plain((await params).topic), env().siteUrl), RSS);
}
