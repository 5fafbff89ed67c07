import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { RefusedAnswer } from '#app/(preview)/form/preview/refused.ts';
import { SecretPreview } from '#app/(preview)/secret-preview.tsx';
import { previewByToken } from '#features/stories/preview-links.ts';
import { currentRequest } from '#lib/request-context.ts';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = {
  title: 'Error: it was not sent',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** The preview with the form as it was typed. The door renders it; nobody can ask for it. */
export default async function RefusedAnswerPage({ params }: Props) {
  await params;
  const refused = currentRequest()?.stash as RefusedAnswer | undefined;
  const preview = refused && (await previewByToken(refused.token));
  if (!refused || !preview) notFound();
  return <SecretPreview preview={preview} token={refused.token} answered={refused.answered} />;
}
