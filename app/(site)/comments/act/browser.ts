import { env } from '#lib/env.ts';
import { newToken } from '#lib/ids.ts';
import { PLACE_HEADER } from '#lib/pressed.ts';
import { BROWSER_COOKIE, browserCookie, cookieNamed } from '#lib/reader-cookies.ts';

/** Which browser sends a form, by a secret that only it has and that it is given at the first one. */
export function browserOf(request: Request) {
  const known = cookieNamed(request.headers.get('cookie'), BROWSER_COOKIE);
  const secret = known ?? newToken();
  const remember: Record<string, string> = known
    ? {}
    : { 'set-cookie': browserCookie(secret, env().siteUrl) };
  return {
    secret,
    known: known !== null,
    place: request.headers.get(PLACE_HEADER) ?? 'unknown',
    remember,
  };
}
