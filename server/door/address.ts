/** What was asked for, taken apart once. `path` is decoded, without doubled or trailing slashes. */
export type Address = {
  path: string;
  segments: readonly string[];
  /** What is left of the query when the parameters that only track people are gone. */
  query: URLSearchParams;
  /** False if the path was spelled with doubled or trailing slashes: it has a better address. */
  tidy: boolean;
};

export const MAX_URL = 4096;

/**
 * Parameters that mail programs, advertisers and social networks add to every link, and Next's mark
 * on requests for flight data. No page depends on them, so they must not split the cache.
 */
const IGNORED =
  /^(?:utm_.*|_rsc|fbclid|fb_.*|gclid|gclsrc|gbraid|wbraid|dclid|gad_.*|msclkid|mc_cid|mc_eid|yclid|ysclid|twclid|ttclid|igshid|igsh|li_fat_id|_ga|_gl|_hsenc|_hsmi|__hs.*|hsctatracking|mkt_tok|srsltid|ref_src|ref_url|cmpid|ocid|icid|s_cid|vero_id|oly_.*|rb_clickid|wickedid|mtm_.*|pk_.*|at_.*|ns_.*|sc_channel|epik|ceid|emci|emdi)$/i;

/** The address of a request line; null if its percent-encoding is broken. */
export function parseAddress(raw: string): Address | null {
  const target = raw.startsWith('/') ? raw : afterOrigin(raw);
  const [beforeFragment = ''] = target.split('#', 1);
  const mark = beforeFragment.indexOf('?');
  const spelled = mark === -1 ? beforeFragment : beforeFragment.slice(0, mark);
  const segments: string[] = [];
  for (const part of spelled.split('/')) {
    if (part === '') continue;
    const segment = decode(part);
    if (segment === null) return null;
    segments.push(segment);
  }
  const query = new URLSearchParams(mark === -1 ? '' : beforeFragment.slice(mark + 1));
  for (const name of [...query.keys()]) if (IGNORED.test(name)) query.delete(name);
  const slashes = segments.length === 0 ? 1 : segments.length;
  const tidy = spelled.split('/').length - 1 === slashes;
  return { path: `/${segments.join('/')}`, segments, query, tidy };
}

/** The one spelling that an address is kept under and redirected to. */
export function spell(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${encodePath(path)}?${text}` : encodePath(path);
}

export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** A proxy may send the whole address in the request line; whose origin it is does not matter. */
function afterOrigin(raw: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i.exec(raw);
  return match?.[1]?.startsWith('/') ? match[1] : '/';
}

/** A segment as text; one that hides a slash or a control character is as good as broken. */
function decode(part: string): string | null {
  try {
    const text = decodeURIComponent(part);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in.
    return /[\u0000-\u001f\u007f/\\]/.test(text) || text === '..' || text === '.' ? null : text;
  } catch {
    return null;
  }
}
