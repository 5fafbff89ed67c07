import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { placeListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ place: string; page: string }> };

async function listing({ params }: Props) {
  const { place, page } = await params;
  return placeListing({ name: place, page });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function NumberedPlacePage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
