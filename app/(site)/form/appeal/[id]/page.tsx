import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { RefusedAppeal } from '#app/(site)/form/appeal/refused.ts';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { OwnDecisionPart } from '#features/moderation/components/own-decision.tsx';
import { decisionBehind } from '#features/moderation/queries.ts';
import { site } from '#features/site/queries.ts';
import { currentRequest } from '#lib/request-context.ts';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = {
  title: 'Error: your appeal was not sent',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** The form as it was typed, with what is wrong. The door renders it; nobody can ask for it. */
export default async function RefusedAppealPage({ params }: Props) {
  await params;
  const refused = currentRequest()?.stash as RefusedAppeal | undefined;
  const decision = refused && (await decisionBehind(refused.token));
  if (!refused || !decision) notFound();
  const { timeZone, language } = await site();
  return (
    <Frame>
      <div className="own-comment">
        <h1>Your appeal was not sent yet</h1>
        <p className="wrong" role="alert">
          {refused.typed.why}
        </p>
        <OwnDecisionPart
          decision={decision}
          token={refused.token}
          dates={{ timeZone, language }}
          typed={refused.typed}
        />
      </div>
    </Frame>
  );
}
