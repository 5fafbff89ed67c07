import type { Metadata } from 'next';
import { ListingPage, listingMetadata } from '#app/(site)/frame/listing.tsx';
import { sectionListing } from '#app/(site)/frame/lists.ts';

type Props = { params: Promise<{ section: string }> };

async function listing({ params }: Props) {
  return sectionListing({ name: (await params).section, page: '1' });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function SectionPage(props: Props) {
  return <ListingPage {...(await listing(props))} />;
}
