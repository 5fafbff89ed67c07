import { sayings } from '#features/stories/mentioning.ts';

/** What somebody said, the names that it calls in bold. */
export function CommentText({ text, names }: { text: string; names: readonly string[] }) {
  const runs = sayings(text, names).map((said, n) => ({ ...said, n }));
  return (
    <p className="comment-text" dir="auto">
      {runs.map(({ n, text: words, name }) =>
        name ? <strong key={n}>{words}</strong> : <span key={n}>{words}</span>,
      )}
    </p>
  );
}
