import type { Metadata } from 'next';
import { CorrectionsPage, correctionsMetadata } from '#app/(site)/frame/corrections.tsx';
import { pageNumber } from '#app/(site)/params.ts';

type Props = { params: Promise<{ page: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return correctionsMetadata(pageNumber((await params).page));
}

export default async function NumberedPage({ params }: Props) {
  return <CorrectionsPage number={pageNumber((await params).page)} />;
}
