import { connection } from 'next/server';
import { answer, XML } from '#app/(machines)/answer.ts';
import { siteMap } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

export async function GET(): Promise<Response> {
  await connection();
  return answer(await siteMap(env().siteUrl), XML);
}
