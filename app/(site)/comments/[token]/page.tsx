import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { headingOf, OwnCommentPage } from '#features/comments/components/own-comment.tsx';
import { writersComment } from '#features/comments/queries.ts';
import { OwnDecisionPart } from '#features/moderation/components/own-decision.tsx';
import { decisionBehind } from '#features/moderation/queries.ts';
import { site } from '#features/site/queries.ts';

type Props = { params: Promise<{ token: string }> };

async function commentOf({ params }: Props) {
  const token = plain((await params).token);
  const comment = await writersComment(token);
  return comment ? { comment, token } : notFound();
}

/** The address is a secret: it goes into no index, and to no other site as where a reader came from. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  return {
    title: headingOf((await commentOf(props)).comment),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

export default async function WritersPage(props: Props) {
  const { comment, token } = await commentOf(props);
  const { timeZone, language } = await site();
  const dates = { timeZone, language };
  const decision = await decisionBehind(token);
  return (
    <Frame>
      <OwnCommentPage comment={comment} dates={dates} token={token}>
        {decision && <OwnDecisionPart decision={decision} token={token} dates={dates} />}
      </OwnCommentPage>
    </Frame>
  );
}
