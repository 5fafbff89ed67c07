import type { Metadata } from 'next';
import { CorrectionsPage, correctionsMetadata } from '#app/(site)/frame/corrections.tsx';

export function generateMetadata(): Promise<Metadata> {
  return correctionsMetadata(1);
}

export default function Page() {
  return <CorrectionsPage number={1} />;
}
