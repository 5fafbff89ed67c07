import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { placeListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ place: string }> };

async function listing({ params }: Props) {
  return placeListing({ name: (await params).place, page: '1' });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function PlacePage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
