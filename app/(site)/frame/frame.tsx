import type { ReactNode } from 'react';
import { Footer } from '#app/(site)/frame/footer.tsx';
import { Masthead } from '#app/(site)/frame/masthead.tsx';
import { allSections } from '#features/sections/queries.ts';
import { site } from '#features/site/queries.ts';

type Props = {
  children: ReactNode;
  /** The section that the page is of, by its address. */
  section?: string;
  /** The day, on a front: its masthead is the page's heading and says what day it is. */
  day?: Date;
};

/** What stands around every reader's page. Not a layout, because a layout does not know its page. */
export async function Frame({ children, section, day }: Props) {
  const [paper, sections] = await Promise.all([site(), allSections()]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <Masthead current={section} day={day} paper={paper} sections={sections} />
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer paper={paper} sections={sections} />
    </>
  );
}
