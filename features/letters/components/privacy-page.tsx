'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { daysOf, keepingOf } from '#features/comments/components/address-keeping.tsx';
import { AskForm } from '#features/letters/components/ask-form.tsx';
import { ProofPart } from '#features/letters/components/proof-part.tsx';
import type { LastProof } from '#features/proof/views.ts';
import type { AddressKeeping } from '#features/site/views.ts';
import type { DateStyle } from '#lib/dates.ts';

type Props = { addresses: AddressKeeping; proof: LastProof | null; dates: DateStyle };

/** What becomes of what commenters give, in words that are true of how this site is set. */
export function PrivacyPage({ addresses, proof, dates }: Props) {
  return (
    <div className="own-comment privacy">
      <h1>Your comments and your address</h1>
      <p>{keepingOf(addresses)}</p>
      <h2>What is kept</h2>
      <dl>
        {KEPT.map(({ what, how }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how(addresses)}</dd>
          </div>
        ))}
      </dl>
      <h2 id="ask">See it, take it with you, have it erased</h2>
      <p>
        You need no account. We mail a link to the address that you commented with; it shows
        everything that we hold, as a page and as a file, and there you can have it erased.
      </p>
      <AskForm />
      <ProofPart dates={dates} proof={proof} />
    </div>
  );
}

const KEPT: readonly { what: string; how: (addresses: AddressKeeping) => string }[] = [
  { what: 'Your email address', how: addressKept },
  {
    what: 'A mark to know it again',
    how: ({ keep }) =>
      keep === 'none'
        ? 'None: without an address there is nothing to make it from.'
        : 'Made from the address with a secret key. It stays with the addresses, apart from the comments, is shown to nobody, and cannot be read back. Moderators see numbers made of it: how many of your comments were published, and how many were not. A ban holds by this mark, and ends when you have it erased.',
  },
  {
    what: 'What you write, and the name that you give',
    how: () =>
      'Everybody, once it is approved; until then you and our moderators. Earlier versions stay with the newsroom, until you have them erased.',
  },
  {
    what: 'Who wrote which comment',
    how: () =>
      'A random name for each person and story. Readers cannot tell that two comments under different stories are yours, unless you ask for one name in all of them.',
  },
  {
    what: 'Where you wrote from',
    how: () =>
      'Your network address is never stored. Limits count under a key that is thrown away every day.',
  },
];

function addressKept({ keep, days }: AddressKeeping): string {
  switch (keep) {
    case 'none':
      return 'We ask for none. Addresses that were given earlier, when we did, are forgotten; the mark below is what is left of them.';
    case 'verify':
      return 'Sealed the moment it arrives. A program apart from the site, which alone has the key, sends one letter to it. Then it is forgotten.';
    case 'notify':
      return `Sealed the moment it arrives. A program apart from the site, which alone has the key, sends the letters that you asked for. It is forgotten ${daysOf(days)} after your last comment, or when you end the letters. Where the law asks for it, two people of the newsroom have to agree and give the reason; it is then mailed to one of them, and shown on no page.`;
  }
}
