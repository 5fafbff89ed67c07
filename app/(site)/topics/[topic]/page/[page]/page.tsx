import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { topicListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ topic: string; page: string }> };

async function listing({ params }: Props) {
  const { topic, page } = await params;
  return topicListing({ name: topic, page });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function NumberedTopicPage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
