'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { StoryCard } from '#features/stories/components/card.tsx';
import type { Card } from '#features/stories/views.ts';

type Props = {
  cards: readonly Card[];
  timeZone: string;
  today?: Date;
  short?: boolean;
  within?: string;
  heading?: 'h2' | 'h3';
};

/** Up to four stories beside each other; a few share the width of four. */
export function Row({ cards, timeZone, today, short = false, within, heading = 'h3' }: Props) {
  const few = cards.length < 3;
  // Headlines in a row begin at one height: kickers go only if all of them do.
  const said = cards.every((card) => card.kicker === within) ? within : undefined;
  return (
    <div className={few ? 'row few' : 'row'}>
      {cards.map((card) => (
        <StoryCard
          card={card}
          className={few && card.picture ? 'aside' : ''}
          heading={heading}
          key={card.id}
          sizes="(min-width: 78rem) 18rem, (min-width: 56rem) 22vw, (min-width: 36rem) 45vw, 6.5rem"
          small
          timeZone={timeZone}
          short={short}
          today={today}
          within={said}
        />
      ))}
    </div>
  );
}
