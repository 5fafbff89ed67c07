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
  return (await writersComment(plain((await params).token))) ?? notFound();
}

/** The address is a secret: it goes into no index, and to no other site as where a reader came from. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  return {
    title: headingOf(await commentOf(props)),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

export default async function WritersPage(props: Props) {
  const comment = await commentOf(props);
  const { timeZone, language } = await site();
  const dates = { timeZone, language };
  const token = plain((await props.params).token);
  const decision = await decisionBehind(token);
  return (
    <Frame>
      <OwnCommentPage comment={comment} dates={dates}>
        {decision && <OwnDecisionPart decision={decision} token={token} dates={dates} />}
      </OwnCommentPage>
    </Frame>
  );
}
