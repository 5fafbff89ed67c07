import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { ConfirmPage, LinkOfNoUse } from '#features/letters/components/letters-page.tsx';
import { lettersStateBy } from '#features/letters/queries.ts';
import { commentPrivacyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = {
  title: 'Is this your address?',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default async function ConfirmAddressPage({ params }: Props) {
  const token = plain((await params).token);
  const state = await lettersStateBy(token, 'confirm');
  return (
    <Frame>
      {state ? (
        <ConfirmPage state={state} token={token} />
      ) : (
        <LinkOfNoUse onward={commentPrivacyPath()} />
      )}
    </Frame>
  );
}
