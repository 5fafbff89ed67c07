import type { LawView } from '#features/law/views.ts';

/** Above a thing that is on hold: nobody wonders why nothing can be done. */
export function HoldNotice({ law }: { law: LawView }) {
  return law.holds.map(({ id, reason, by }) => (
    <p key={id} className="notice" dir="auto">
      <strong>On hold:</strong> {reason} <span className="text-soft">({by})</span>
    </p>
  ));
}

/** The way to the page where holds are placed and things are redacted, for those who may. */
export function LawLink({ law, to }: { law: LawView; to: string }) {
  if (!law.hold.ok && !law.redact.ok) return null;
  return (
    <a href={to} className="link">
      Hold or redact
    </a>
  );
}
