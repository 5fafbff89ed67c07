'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import type { Front } from '#features/fronts/arrange.ts';
import { StoryCard } from '#features/stories/components/card.tsx';
import { Row } from '#features/stories/components/row.tsx';
import { href } from '#lib/paths.ts';

type Props = {
  front: Front;
  timeZone: string;
  today: Date;
  /** What they all are of, so that no card need say it. */
  within?: string;
};

/** The lead, the stories beside it, and a band for each section. */
export function FrontPage({ front, timeZone, today }: Props) {
  return (
    <>
      <FrontTop front={front} timeZone={timeZone} today={today} />
      {front.bands.map(({ section, cards }) => (
        <section aria-label={section.name} className="band" key={section.id}>
          <h2 className="band-name">
            <a href={href(section.path)}>{section.name}</a>
          </h2>
          <Row cards={cards} timeZone={timeZone} today={today} within={section.name} />
        </section>
      ))}
    </>
  );
}

/** The lead and the stories beside it. */
export function FrontTop({ front: { lead, seconds }, timeZone, today, within }: Props) {
  if (!lead) return null;
  const alone = seconds.length === 0;
  return (
    <div className="front">
      <StoryCard
        card={lead}
        className="lead"
        first
        heading="h2"
        sizes={`(min-width: 78rem) ${alone ? '44rem' : '49rem'}, (min-width: 56rem) 62vw, 95vw`}
        signed
        timeZone={timeZone}
        today={today}
        within={within}
      />
      {!alone && (
        <div className="seconds">
          {seconds.map((card, index) => (
            <StoryCard
              card={card}
              className={index > 0 && card.picture ? 'aside' : ''}
              heading="h2"
              key={card.id}
              short={index > 0 && lead.picture !== null}
              signed={index === 0}
              small={index > 0}
              sizes={
                index > 0
                  ? '7rem'
                  : '(min-width: 78rem) 23rem, (min-width: 56rem) 30vw, (min-width: 36rem) 45vw, 95vw'
              }
              timeZone={timeZone}
              today={today}
              within={within}
            />
          ))}
        </div>
      )}
    </div>
  );
}
