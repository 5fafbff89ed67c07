import type { Encoding } from '#server/press/sheet.ts';

const known = new Map<string, Encoding>();
const MAX_KNOWN = 256;

/** The encoding that the client likes best; of several it likes as well, the smallest. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return 'identity';
  const before = known.get(accept);
  if (before) return before;
  const chosen = weigh(accept);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(accept, chosen);
  return chosen;
}

function weigh(accept: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0);
  }
  const others = weights.get('*');
  const of = (name: Encoding) => weights.get(name) ?? others ?? (name === 'identity' ? 0.0001 : 0);
  let best: Encoding = 'identity';
  for (const name of ['gzip', 'br'] as const) {
    if (of(name) > 0 && of(name) >= of(best)) best = name;
  }
  return best;
}

/** True if the client has these bytes already: RFC 9110, 13.1.2, compared weakly. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false;
}
