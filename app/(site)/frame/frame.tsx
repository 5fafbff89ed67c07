import type { ReactNode } from 'react';
import { Footer } from '#app/(site)/frame/footer.tsx';
import { Masthead } from '#app/(site)/frame/masthead.tsx';
import { Breaking } from '#features/fronts/components/breaking.tsx';
import { breakingBanner } from '#features/fronts/queries.ts';
import type { BannerView } from '#features/fronts/views.ts';
import { allSections } from '#features/sections/queries.ts';
import { site } from '#features/site/queries.ts';

type Props = {
  children: ReactNode;
  /** The section that the page is of, by its address. */
  section?: string;
  /** The day, on a front: its masthead is the page's heading and says what day it is. */
  day?: Date;
  /** What breaks at the moment of a preview. Without it, what breaks now. */
  breaking?: BannerView | null;
  /** What a preview says of itself, above the page and after the way past it. */
  above?: ReactNode;
};

/** What stands around every reader's page. Not a layout, because a layout does not know its page. */
export async function Frame({ children, section, day, breaking, above }: Props) {
  const [paper, sections, banner] = await Promise.all([
    site(),
    allSections(),
    breaking === undefined ? breakingBanner() : breaking,
  ]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      {above}
      <Masthead current={section} day={day} paper={paper} sections={sections} />
      {banner && <Breaking banner={banner} />}
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer paper={paper} sections={sections} />
    </>
  );
}
