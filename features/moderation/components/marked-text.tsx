import type { Said } from '#features/moderation/views.ts';

type Piece = { from: number; text: string; why: string };

/** What somebody wrote, as it was typed, with what the pipeline took notice of. */
export function MarkedText({ text, said }: { text: string; said: readonly Said[] }) {
  return (
    <p className="queued-text" dir="auto">
      {piecesOf(text, said).map(({ from, text: words, why }) =>
        why ? (
          <mark key={from} title={why}>
            {words}
          </mark>
        ) : (
          <span key={from}>{words}</span>
        ),
      )}
    </p>
  );
}

/** The text in pieces: those that a phase marked, and what is between. Of two that overlap, the first. */
export function piecesOf(text: string, said: readonly Said[]): Piece[] {
  const marks = said
    .flatMap(({ spans, why }) => spans.map((span) => ({ ...span, why })))
    .filter(({ from, to }) => from >= 0 && from < to && to <= text.length)
    .sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, why } of marks) {
    if (from < at) continue;
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), why: '' });
    pieces.push({ from, text: text.slice(from, to), why });
    at = to;
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), why: '' });
  return pieces;
}
