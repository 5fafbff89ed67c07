/** A star stands for at most so many letters, so that no text can make the search slow. */
const STAR = '[\\p{L}\\p{M}\\p{N}]{0,30}';

const kept = new Map<string, RegExp>();
const MOST_KEPT = 5_000;

/**
 * A line of a list of words as what finds it: whole words, whatever the case; `*` at the place of any
 * letters, a space at that of any white space.
 */
export function patternOf(line: string): RegExp {
  const known = kept.get(line);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const body = line
    .trim()
    .split(/(\*+|\s+)/)
    .map((part) => {
      if (part.startsWith('*')) return STAR;
      return /^\s+$/.test(part) ? '\\s{1,5}' : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${body}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  kept.set(line, pattern);
  return pattern;
}
