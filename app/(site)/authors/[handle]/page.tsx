import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { authorListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ handle: string }> };

async function listing({ params }: Props) {
  return authorListing({ name: (await params).handle, page: '1' });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function AuthorPage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
