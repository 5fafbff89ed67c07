/** Header lines as Node writes them: name, value, name, value. */
export type Lines = readonly string[];

/**
 * Nothing on a reader's page comes from anywhere else, and no script in it is inline. Only a frame that
 * the reader asks for may, and only where the page has one.
 */
const READER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function readerPolicy(frames: readonly string[]): string {
  return frames.length > 0 ? `${READER_POLICY}; frame-src ${frames.join(' ')}` : READER_POLICY;
}

/**
 * The desk's scripts carry a nonce; the editor sets styles of its own while it is typed in. A preview
 * is shown inside the desk at several widths; nothing else may be framed.
 */
export function deskPolicy(nonce: string, dev: boolean, framed = false): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ].join('; ');
}

/** What machines ask for, which is no page. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * A picture's file may be an SVG, which is a document when it is opened by itself: it may run nothing,
 * ask for nothing, and is nobody's origin.
 */
export const FILE_POLICY = `${API_POLICY}; style-src 'unsafe-inline'; sandbox`;

/** An address that is a secret goes into no index, and to no other site as where a reader came from. */
export function secretLines(lines: Lines): Lines {
  const kept = lines.map((line, at) =>
    lines[at - 1] === 'Referrer-Policy' ? 'no-referrer' : line,
  );
  return [...kept, 'X-Robots-Tag', 'noindex, nofollow'];
}

/** What every answer says, whatever it is. */
export function commonLines(secure: boolean): Lines {
  const lines = [
    'X-Content-Type-Options',
    'nosniff',
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy',
    'same-origin',
  ];
  if (secure) lines.push('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  return lines;
}

/** The lines of a reader's page or feed. A shared cache may hold it, but asks each time. */
export function readerLines(
  secure: boolean,
  keep: boolean,
  tags: readonly string[],
  frames: readonly string[] = [],
): Lines {
  const lines = [
    ...commonLines(secure),
    'Content-Security-Policy',
    readerPolicy(frames),
    'Vary',
    'Accept-Encoding',
    'Cache-Control',
    keep ? 'public, max-age=0, must-revalidate' : 'private, no-store',
  ];
  if (keep && tags.length > 0) {
    lines.push('Cache-Tag', tags.join(','), 'Surrogate-Key', tags.join(' '));
  }
  return lines;
}
