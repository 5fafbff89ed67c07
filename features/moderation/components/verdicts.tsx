import type { Said } from '#features/moderation/views.ts';
import type { Outcome } from '#features/screening/views.ts';

const WORDS: Record<Outcome, string> = {
  reject: 'Rejects',
  spam: 'Spam',
  hold: 'Holds',
  wait: 'Waits',
  note: 'Notes',
};

/** What each phase of the pipeline said, in its order: which, what it wants, and why. */
export function Verdicts({ said }: { said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <ul className="verdicts" aria-label="What the pipeline says">
      {said.map(({ phase, outcome, why }) => (
        <li key={`${phase} ${why}`} className={`verdict verdict-${outcome}`}>
          <b>{WORDS[outcome]}</b> <span className="text-soft">· {phase}:</span> {why}
        </li>
      ))}
    </ul>
  );
}
