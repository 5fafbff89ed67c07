'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import type { LastProof } from '#features/proof/views.ts';
import { type DateStyle, dateAndTime } from '#lib/dates.ts';

type Props = { proof: LastProof | null; dates: DateStyle };

/** When it was last proved that addresses reach nobody, and how anybody does it again. */
export function ProofPart({ proof, dates }: Props) {
  return (
    <>
      <h2 id="proof">How you can check it</h2>
      {proof === null && <p>It has not been proved for this site yet.</p>}
      {proof && <Said dates={dates} proof={proof} />}
      <p>
        The proof builds two newspapers that are alike but for the addresses of those who comment,
        asks both for everything that anybody can ask for, and compares the answers byte for byte.
        Whoever runs this site, or one of their own, repeats it with{' '}
        <code>npm run -s dateline -- prove-privacy</code>.
      </p>
    </>
  );
}

function Said({ proof, dates }: { proof: LastProof; dates: DateStyle }) {
  const { at, provedOn, held, digest, observations } = proof;
  const count = new Intl.NumberFormat('en-GB').format(observations);
  const on = provedOn === 'copy' ? 'a copy of this site' : 'a newspaper made up for it';
  return (
    <>
      <p>
        {held
          ? `Last proved on ${on}, ${dateAndTime(at, dates)}: ${count} answers, and not one differed.`
          : `The last proof on ${on}, ${dateAndTime(at, dates)}, did not hold: something differed, or a kind of page was not looked at. Until a later one says otherwise, do not rely on what is said above.`}
      </p>
      <p className="meta">
        Digest of what was compared (SHA-256): <code className="digest">{digest}</code>
      </p>
    </>
  );
}
