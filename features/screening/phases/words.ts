import type { Span } from '#db/schema/screening.ts';
import type { Context } from '#features/screening/context.ts';
import { patternOf } from '#features/screening/patterns.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

/** Of one text no more than this is marked: what is shown is for a person to read. */
const MOST_SPANS = 20;

/** Words and patterns that a place does not want, or wants to look at. The strictest list speaks. */
export function words({
  text,
  name,
  policy,
}: Pick<Context, 'text' | 'name' | 'policy'>): PhaseVerdict | null {
  const lists = [
    { outcome: 'reject', list: policy.rejectWords },
    { outcome: 'spam', list: policy.spamWords },
    { outcome: 'hold', list: policy.holdWords },
  ] as const;
  for (const { outcome, list } of lists) {
    const found = findIn(text, list);
    if (found) return { outcome, rule: 'word', ...found };
    const inName = findIn(name, list);
    if (inName) return { outcome, rule: 'word', why: `In the name: ${inName.why}` };
  }
  return null;
}

function findIn(text: string, list: readonly string[]): { why: string; spans: Span[] } | null {
  const spans: Span[] = [];
  const matched: string[] = [];
  for (const line of list) {
    const before = spans.length;
    for (const { index, 0: word } of text.matchAll(patternOf(line))) {
      if (spans.length >= MOST_SPANS) break;
      spans.push({ from: index, to: index + word.length });
    }
    if (spans.length > before) matched.push(line);
  }
  if (matched.length === 0) return null;
  const said = matched.map((line) => `“${line}”`).join(', ');
  return {
    why: `It has ${said} of the list of words.`,
    spans: spans.sort((a, b) => a.from - b.from),
  };
}
