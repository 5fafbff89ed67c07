import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { RefusedReport } from '#app/(site)/form/report/refused.ts';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { ReportPage } from '#features/comments/components/report-form.tsx';
import { replyTarget } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { currentRequest } from '#lib/request-context.ts';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = {
  title: 'Error: your report was not sent',
  robots: { index: false, follow: false },
};

/** The form as it was filled in, with what is wrong. The door renders it; nobody can ask for it. */
export default async function RefusedReportPage({ params }: Props) {
  await params;
  const refused = currentRequest()?.stash as RefusedReport | undefined;
  const target = refused && (await replyTarget(refused.commentId));
  if (!refused || !target) notFound();
  const { timeZone, language } = await site();
  return (
    <Frame section={`/${target.story.path.split('/')[1]}`}>
      <ReportPage
        dates={{ timeZone, language }}
        target={target}
        typed={{ reason: refused.reason, note: refused.note }}
        wrong={refused.wrong}
      />
    </Frame>
  );
}
