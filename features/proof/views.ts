import type { PROVED_ON } from '#db/schema/proofs.ts';

/** The last proof that was made for this site, as everybody may know it. */
export type LastProof = {
  at: Date;
  /** On a newsroom that was made up for it, or on a copy of this one. */
  provedOn: (typeof PROVED_ON)[number];
  /**
   * False if something differed, or a page was left out: then the promise does not hold until a later
   * proof says so.
   */
  held: boolean;
  /** sha256 in hex of everything that was observed. */
  digest: string;
  observations: number;
};
