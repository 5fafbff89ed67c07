/**
 * The cookies that a reader's browser may keep. They are sent only to addresses under `/comments`, which
 * no press holds, and no page that is the same for everybody depends on one.
 */
export const BROWSER_COOKIE = 'browser';
/** Followed by the id of a comment: the secret of its writer's own page. */
const OWN_PREFIX = 'own-';
/** The secret of a name that is kept across stories. It is sent with a comment, so it is for all paths. */
export const NAME_COOKIE = 'pen-name';

const READERS = /^(?:browser|pen-name|own-[0-9a-z]{20})$/;
const TOKEN = /^[\w-]{43}$/;
const DAY_S = 24 * 60 * 60;
/** Browsers bound how many cookies they keep; so do we how many we look at. */
const MOST = 60;

type Kept = { name: string; value: string };

function parse(header: string | undefined): Kept[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [{ name: pair.slice(0, at), value: pair.slice(at + 1) }];
  });
}

const isReaders = ({ name, value }: Kept) => READERS.test(name) && TOKEN.test(value);

/** What of a `Cookie` line is a reader's; undefined if nothing is. */
export function readerCookies(header: string | undefined): string | undefined {
  const kept = parse(header).filter(isReaders).slice(0, MOST);
  if (kept.length === 0) return undefined;
  return kept.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** True if a request carries nothing that somebody of the staff is known by. */
export function onlyReaderCookies(header: string | undefined): boolean {
  return parse(header).every(isReaders);
}

export function cookieNamed(header: string | null, name: string): string | null {
  return parse(header ?? '').find((one) => one.name === name && isReaders(one))?.value ?? null;
}

/** The secrets of the comments that were written in this browser. */
export function ownTokens(header: string | undefined): string[] {
  const own = parse(header).filter((one) => isReaders(one) && one.name.startsWith(OWN_PREFIX));
  return own.slice(0, MOST).map(({ value }) => value);
}

export function ownCookie(commentId: string, token: string, siteUrl: string): string {
  return cookie(OWN_PREFIX + commentId, token, { days: 30, path: '/comments', siteUrl });
}

export function browserCookie(token: string, siteUrl: string): string {
  return cookie(BROWSER_COOKIE, token, { days: 365, path: '/comments', siteUrl });
}

export function nameCookie(token: string, siteUrl: string): string {
  return cookie(NAME_COOKIE, token, { days: 365, path: '/', siteUrl });
}

type Where = { days: number; path: string; siteUrl: string };

function cookie(name: string, value: string, { days, path, siteUrl }: Where): string {
  const secure = siteUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${days * DAY_S}; HttpOnly; SameSite=Lax${secure}`;
}
