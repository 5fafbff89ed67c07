import type { Metadata } from 'next';
import {
  Reply,
  type ReplyProps,
  targetOf,
} from '#app/(site)/[section]/[slug]/reply/[comment]/reply.tsx';

export async function generateMetadata(props: ReplyProps): Promise<Metadata> {
  const { comment, story } = await targetOf(props);
  return {
    title: `Reply to ${comment.name}: ${story.headline}`,
    robots: { index: false, follow: true },
  };
}

/** A page of its own to answer one comment, because it needs no script. */
export default function ReplyPage(props: ReplyProps) {
  return <Reply props={props} />;
}
