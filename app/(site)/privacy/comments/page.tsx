import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { PrivacyPage } from '#features/letters/components/privacy-page.tsx';
import { site } from '#features/site/queries.ts';
import { commentPrivacyPath } from '#lib/paths.ts';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: `Your comments and your address – ${(await site()).name}`,
    alternates: { canonical: commentPrivacyPath() },
  };
}

export default async function CommentPrivacyPage() {
  const { addresses } = await site();
  return (
    <Frame>
      <PrivacyPage addresses={addresses} />
    </Frame>
  );
}
