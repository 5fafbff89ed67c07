import { answer, XML } from '#app/(machines)/answer.ts';
import { siteMap } from '#features/feeds/queries.ts';
import { env } from '#lib/env.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return answer(await siteMap(env().siteUrl), XML);
}
