/** So many words in a row are somebody's text and not an idiom. */
const RUN = 4;
/** A shorter piece of text says nothing by itself. */
const LEAST = 3;

/**
 * Answers whether a text gives away what has to go: it has a run of words of it, is itself a piece of
 * it, or has one of the `words` that were named. What also stands in `kept` gives nothing away.
 */
export function telltale(
  gone: readonly string[],
  kept: readonly string[],
  words: readonly string[] = [],
): (text: string) => boolean {
  const keptText = kept.map(folded).join('\n');
  const goneText = gone.map(folded).join('\n');
  const isKept = (piece: string) => hasRun(keptText, piece);
  const runs = new Set(gone.flatMap(runsOf).filter((run) => !isKept(run)));
  const short = [...runs].filter((run) => run.split(' ').length < RUN);
  const named = words.map((word) => folded(word)).filter((word) => word !== '');
  return (text) => {
    const said = folded(text);
    if (said.length < LEAST) return false;
    if (named.some((word) => said.includes(word))) return true;
    if (runsOf(text).some((run) => runs.has(run))) return true;
    if (short.some((run) => hasRun(said, run))) return true;
    return hasRun(goneText, said) && !isKept(said);
  };
}

function hasRun(text: string, run: string): boolean {
  return ` ${text.replaceAll('\n', ' \n ')} `.includes(` ${run} `);
}

/** Lower case, and one space for all that is no letter and no digit. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\\[nrt"\\/]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

function runsOf(text: string): string[] {
  const words = folded(text).split(' ').filter(Boolean);
  if (words.length === 0 || words.join(' ').length < LEAST) return [];
  if (words.length <= RUN) return [words.join(' ')];
  return words.slice(RUN - 1).map((_, n) => words.slice(n, n + RUN).join(' '));
}
