import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listingMetadata } from '#app/(site)/frame/listing.tsx';
import { sectionListing } from '#app/(site)/frame/lists.ts';
import { SectionFront } from '#app/(site)/frame/section-front.tsx';
import { plain } from '#app/(site)/params.ts';
import { sectionFront } from '#features/fronts/queries.ts';
import { allSections } from '#features/sections/queries.ts';
import { site, today } from '#features/site/queries.ts';

type Props = { params: Promise<{ section: string }> };

async function listing({ params }: Props) {
  return sectionListing({ name: (await params).section, page: '1' });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return listingMetadata(await listing(props));
}

export default async function SectionPage(props: Props) {
  const slug = plain((await props.params).section);
  const section = (await allSections()).find((one) => one.slug === slug) ?? notFound();
  const { cards, pages } = (await listing(props)).list;
  const [{ timeZone }, day] = await Promise.all([site(), today()]);
  const { top, rest } = await sectionFront(section, cards);
  return (
    <SectionFront
      pages={pages}
      rest={rest}
      section={section}
      timeZone={timeZone}
      today={day}
      top={top}
    />
  );
}
