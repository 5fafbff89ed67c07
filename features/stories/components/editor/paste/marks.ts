import { isSafeLink, type Mark } from '#features/stories/body.ts';

const BOLD = /^(b|strong)$/;
const ITALIC = /^(i|em|cite|dfn|var)$/;

/** The marks inside of an element: its own and, where it says nothing, those around it. */
export function marksIn(element: Element, around: readonly Mark[]): readonly Mark[] {
  const tag = element.localName;
  const style = element.getAttribute('style') ?? '';
  const weight = /(?:^|;)\s*font-weight:\s*([\w.]+)/i.exec(style)?.[1];
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1];
  const had = (type: Mark['type']) => around.some((mark) => mark.type === type);
  const bold = weight ? isBold(weight) : BOLD.test(tag) || had('bold');
  const italic = slant ? /^(italic|oblique)/i.test(slant) : ITALIC.test(tag) || had('italic');
  const href = tag === 'a' ? linkOf(element.getAttribute('href') ?? '') : null;
  const link: Mark | undefined = href
    ? { type: 'link', attrs: { href } }
    : around.find((mark) => mark.type === 'link');
  return [
    ...(link ? [link] : []),
    ...(bold ? [{ type: 'bold' } as const] : []),
    ...(italic ? [{ type: 'italic' } as const] : []),
  ];
}

function isBold(weight: string): boolean {
  return /^bold/i.test(weight) || Number(weight) >= 600;
}

/** Pages that only pass a reader on, and the part of their address that says where. */
const PASSING_ON: readonly [host: RegExp, parameter: string][] = [
  [/(^|\.)google\.[a-z.]+$/, 'q'],
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
  [/^l\.(facebook|instagram)\.com$/, 'u'],
];

/** Where a pasted link leads in truth; null if it cannot be used here. */
function linkOf(href: string): string | null {
  const written = href.trim();
  if (!/^(https?:|mailto:)/i.test(written) || written.length > 2_000) return null;
  if (!isSafeLink(written)) return null;
  const url = new URL(written);
  for (const [host, parameter] of PASSING_ON) {
    const to = host.test(url.hostname) && /^\/(url|l\.php)?$/.test(url.pathname);
    const target = to ? url.searchParams.get(parameter) : null;
    if (target && /^https?:/.test(target) && isSafeLink(target)) return target;
  }
  return written;
}
