import type { Metadata } from 'next';
import {
  Reply,
  type ReplyProps,
  targetOf,
} from '#app/(site)/[section]/[slug]/reply/[comment]/reply.tsx';

export async function generateMetadata(props: ReplyProps): Promise<Metadata> {
  const { comment, story } = await targetOf(props);
  return {
    title: `Quote ${comment.name}: ${story.headline}`,
    robots: { index: false, follow: true },
  };
}

export default function QuotePage(props: ReplyProps) {
  return <Reply props={props} quote />;
}
