import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { OwnComments } from '#features/comments/components/own-comments.tsx';
import { ownComments } from '#features/comments/discussions.ts';
import { site } from '#features/site/queries.ts';
import { ownTokens } from '#lib/reader-cookies.ts';
import { currentRequest } from '#lib/request-context.ts';

export const metadata: Metadata = {
  title: 'What you wrote',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** What was written in this browser, by the cookies that the door hands in. Nothing keeps the page. */
export default async function OwnCommentsPage() {
  const stash = currentRequest()?.stash;
  const tokens = ownTokens(typeof stash === 'string' ? stash : undefined);
  const { timeZone, language } = await site();
  return (
    <Frame>
      <OwnComments comments={await ownComments(tokens)} dates={{ timeZone, language }} />
    </Frame>
  );
}
