import { Frame } from '#app/(site)/frame/frame.tsx';
import { Pager } from '#components/pager.tsx';
import type { Front } from '#features/fronts/arrange.ts';
import { FrontTop } from '#features/fronts/components/front.tsx';
import type { BannerView } from '#features/fronts/views.ts';
import type { SectionView } from '#features/sections/views.ts';
import { River } from '#features/stories/components/river.tsx';
import { Row } from '#features/stories/components/row.tsx';
import type { Card } from '#features/stories/views.ts';
import { href, sectionPath } from '#lib/paths.ts';

type Props = {
  section: SectionView;
  top: Front;
  rest: readonly Card[];
  pages: number;
  timeZone: string;
  today: Date;
  breaking?: BannerView | null;
};

/** A section's own front: what an editor put first, then everything else, newest first. */
export function SectionFront({ section, top, rest, pages, timeZone, today, ...shown }: Props) {
  const [band] = top.bands;
  return (
    <Frame section={section.path} {...shown}>
      <header className="list-head">
        <h1>{section.name}</h1>
        {section.description && <p className="standfirst">{section.description}</p>}
      </header>
      {top.lead ? (
        <FrontTop front={top} timeZone={timeZone} today={today} within={section.name} />
      ) : (
        <p className="notice">No story has been published here yet.</p>
      )}
      {band && (
        <section aria-label={`More in ${section.name}`} className="band">
          <Row
            cards={band.cards}
            heading="h2"
            timeZone={timeZone}
            today={today}
            within={section.name}
          />
        </section>
      )}
      {rest.length > 0 && (
        <section aria-labelledby="latest" className="listing">
          <h2 className="list-head band-name" id="latest">
            Latest in {section.name}
          </h2>
          <River cards={rest} timeZone={timeZone} within={section.name} />
        </section>
      )}
      <Pager page={1} pages={pages} pathOf={(number) => href(sectionPath(section.slug, number))} />
    </Frame>
  );
}
