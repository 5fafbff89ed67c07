import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { plain } from '#app/(site)/params.ts';
import { EditCommentPage } from '#features/comments/components/edit-comment.tsx';
import { writersComment } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = {
  title: 'Change your comment',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default async function EditPage({ params }: Props) {
  const token = plain((await params).token);
  const comment = (await writersComment(token)) ?? notFound();
  const { timeZone, language } = await site();
  return (
    <Frame>
      <EditCommentPage comment={comment} dates={{ timeZone, language }} token={token} />
    </Frame>
  );
}
