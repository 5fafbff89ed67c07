import { answer, TEXT } from '#app/(machines)/answer.ts';
import { robots } from '#features/feeds/robots.ts';
import { siteTag } from '#features/site/tags.ts';
import { keepUntilTouched } from '#lib/cache.ts';
import { env } from '#lib/env.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  keepUntilTouched(siteTag());
  return answer(robots(env().siteUrl), TEXT);
}
