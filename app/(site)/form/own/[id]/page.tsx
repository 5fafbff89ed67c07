import '#app/(site)/own.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { RefusedOwn } from '#app/(site)/comments/own-form.ts';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { EditCommentPage } from '#features/comments/components/edit-comment.tsx';
import { OwnCommentPage } from '#features/comments/components/own-comment.tsx';
import { writersComment } from '#features/comments/queries.ts';
import { site } from '#features/site/queries.ts';
import { currentRequest } from '#lib/request-context.ts';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = {
  title: 'Error: nothing was changed',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

/** The writer's own page with what was wrong. The door renders it; nobody can ask for it. */
export default async function RefusedOwnPage({ params }: Props) {
  await params;
  const refused = currentRequest()?.stash as RefusedOwn | undefined;
  const comment = refused && (await writersComment(refused.token));
  if (!refused || !comment) notFound();
  const { timeZone, language } = await site();
  const { token, text } = refused;
  const shared = { comment, token, dates: { timeZone, language } };
  return (
    <Frame>
      {text === null ? (
        <OwnCommentPage {...shared} why={refused.why} />
      ) : (
        <EditCommentPage {...shared} refused={{ ...refused, text }} />
      )}
    </Frame>
  );
}
