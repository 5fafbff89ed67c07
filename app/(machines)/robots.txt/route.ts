import { connection } from 'next/server';
import { answer, TEXT } from '#app/(machines)/answer.ts';
import { robots } from '#features/feeds/robots.ts';
import { siteTag } from '#features/site/tags.ts';
import { env } from '#lib/env.ts';

export async function GET(): Promise<Response> {
  await connection();
  return answer({ text: robots(env().siteUrl), tags: [siteTag()] }, TEXT);
}
