import type { Span } from '#db/schema/screening.ts';
import type { Context } from '#features/screening/context.ts';
import type { PhaseVerdict } from '#features/screening/views.ts';

const MOST_NAMED = 5;

/** What the filter that learns from moderators makes of the words. */
export function spam({ looks, text }: Pick<Context, 'looks' | 'text'>): PhaseVerdict | null {
  if (looks.verdict === 'ham') return null;
  const clues = looks.because.filter((clue) => clue.towards === 'spam').slice(0, MOST_NAMED);
  const named = clues.map(({ shown, spam, ham }) => `“${shown}” (${spam} of ${spam + ham})`);
  const percent = Math.min(99, Math.round(looks.score * 100));
  const certain = looks.verdict === 'spam';
  const why = `${certain ? 'It looks like spam' : 'It may be spam'}, ${percent} of 100: ${named.join(', ')}.`;
  const spans = clues.flatMap(({ shown }) => spanOf(shown, text) ?? []);
  return certain
    ? { outcome: 'spam', rule: 'looks like spam', why, spans }
    : { outcome: 'wait', rule: 'may be spam', why, spans };
}

/** Where it stands in the text for the first time. A clue about the manner stands nowhere. */
function spanOf(shown: string, text: string): Span | null {
  const from = text.indexOf(shown);
  return from < 0 ? null : { from, to: from + shown.length };
}
