import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { LinkOfNoUse } from '#features/letters/components/letters-page.tsx';
import { opensHeld } from '#features/letters/queries.ts';
import { commentPrivacyPath, openHeldPath } from '#lib/paths.ts';

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = {
  title: 'What we hold about you',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** Behind the mailed link. It opens by the button, so that a program that follows links uses nothing up. */
export default async function OpenHeldPage({ params }: Props) {
  const token = plain((await params).token);
  const good = await opensHeld(token);
  return (
    <Frame>
      {good ? (
        <div className="own-comment privacy">
          <h1>What we hold about you</h1>
          <p>This link opens once. What it shows can then be read for an hour.</p>
          <form action={openHeldPath(token)} method="post">
            <button type="submit">Show it</button>
          </form>
        </div>
      ) : (
        <LinkOfNoUse onward={commentPrivacyPath()} />
      )}
    </Frame>
  );
}
