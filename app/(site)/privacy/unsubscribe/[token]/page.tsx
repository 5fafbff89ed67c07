import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { LinkOfNoUse, UnsubscribePage } from '#features/letters/components/letters-page.tsx';
import { lettersStateBy } from '#features/letters/queries.ts';
import { commentPrivacyPath } from '#lib/paths.ts';

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = {
  title: 'Letters about your comments',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default async function EndLettersPage({ params }: Props) {
  const token = plain((await params).token);
  const state = await lettersStateBy(token, 'unsubscribe');
  return (
    <Frame>
      {state ? (
        <UnsubscribePage state={state} token={token} />
      ) : (
        <LinkOfNoUse onward={commentPrivacyPath()} />
      )}
    </Frame>
  );
}
