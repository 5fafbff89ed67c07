import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { sectionListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ section: string; page: string }> };

async function listing({ params }: Props) {
  const { section, page } = await params;
  return sectionListing({ name: section, page });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function NumberedSectionPage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
