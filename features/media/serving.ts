/** How the files of pictures leave, whatever asks for them. */

/** Years are as good as for ever, and the most that caches agree on is one. */
const YEAR_S = 31_536_000;
/** What many share asks once a day, for a picture that may not be shown any more after all. */
const DAY_S = 86_400;

/** What is at an address never changes; but nobody may keep it for longer than it may be shown. */
export function publicHeaders(
  file: { type: string; bytes: Uint8Array; until: Date | null },
  tag: string,
  at: Date,
): Record<string, string> {
  const left = file.until ? Math.floor((file.until.getTime() - at.getTime()) / 1000) : YEAR_S;
  return {
    'content-type': file.type,
    'content-length': String(file.bytes.byteLength),
    'cache-control': file.until
      ? `public, max-age=${Math.max(0, Math.min(YEAR_S, left))}`
      : `public, max-age=${YEAR_S}, s-maxage=${DAY_S}, immutable`,
    'cache-tag': tag,
    'surrogate-key': tag,
  };
}

export function staffHeaders(type: string, name = ''): Record<string, string> {
  return {
    'content-type': type,
    'cache-control': 'private, no-cache',
    ...(name
      ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }
      : {}),
  };
}
