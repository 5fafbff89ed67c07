import { icalendar } from '#features/planning/ical.ts';
import { calendarBehind } from '#features/planning/queries.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';

type Context = { params: Promise<{ file: string }> };

const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

/** A person's calendar at its secret address. Whoever asks has no cookie: the secret is all there is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const token = /^([\w-]{43})\.ics$/.exec((await params).file)?.[1];
  const only = new URL(request.url).searchParams.get('only') === 'mine' ? 'mine' : 'all';
  const behind = token ? await calendarBehind(token, only) : null;
  if (!behind) {
    return new Response('There is nothing here.\n', {
      status: 404,
      headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const { name } = await siteSettings();
  const about = { name: `${name}: planning`, siteUrl: env().siteUrl, at: now() };
  return new Response(icalendar(behind.entries, about), {
    headers: { ...PRIVATE, 'content-type': 'text/calendar; charset=utf-8' },
  });
}
