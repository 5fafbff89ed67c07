import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SecretPreview } from '#app/(preview)/secret-preview.tsx';
import { previewByToken } from '#features/stories/preview-links.ts';

/** The address is a secret: it goes into no index, and to no other site as where somebody came from. */
export const metadata: Metadata = {
  title: 'Preview, not published',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** A story for somebody without an account, as readers would see it. */
export default async function SecretPreviewPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const preview = (await previewByToken(token)) ?? notFound();
  return <SecretPreview preview={preview} token={token} />;
}
