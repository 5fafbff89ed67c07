import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { authorListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ handle: string; page: string }> };

async function listing({ params }: Props) {
  const { handle, page } = await params;
  return authorListing({ name: handle, page });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function NumberedAuthorPage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
