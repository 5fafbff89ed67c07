import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { HeldPage } from '#features/letters/components/held-page.tsx';
import { LinkOfNoUse } from '#features/letters/components/letters-page.tsx';
import { heldBy } from '#features/letters/queries.ts';
import { site } from '#features/site/queries.ts';
import { commentPrivacyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = {
  title: 'What we hold about you',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default async function WhatIsHeldPage({ params }: Props) {
  const token = plain((await params).token);
  const found = await heldBy(token);
  const { timeZone, language } = await site();
  return (
    <Frame>
      {found ? (
        <HeldPage
          dates={{ timeZone, language }}
          held={found.held}
          token={token}
          until={found.until}
        />
      ) : (
        <LinkOfNoUse onward={commentPrivacyPath()} />
      )}
    </Frame>
  );
}
