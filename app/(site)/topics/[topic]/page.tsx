import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { topicListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ topic: string }> };

async function listing({ params }: Props) {
  return topicListing({ name: (await params).topic, page: '1' });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function TopicPage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
