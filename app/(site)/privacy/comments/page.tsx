import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { PrivacyPage } from '#features/letters/components/privacy-page.tsx';
import { lastProof } from '#features/proof/queries.ts';
import { site } from '#features/site/queries.ts';
import { commentPrivacyPath } from '#lib/paths.ts';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: `Your comments and your address – ${(await site()).name}`,
    alternates: { canonical: commentPrivacyPath() },
  };
}

export default async function CommentPrivacyPage() {
  const { addresses, timeZone, language } = await site();
  return (
    <Frame>
      <PrivacyPage addresses={addresses} dates={{ timeZone, language }} proof={await lastProof()} />
    </Frame>
  );
}
