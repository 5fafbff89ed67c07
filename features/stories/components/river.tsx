'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import { StoryCard } from '#features/stories/components/card.tsx';
import type { Card } from '#features/stories/views.ts';

type Props = {
  cards: readonly Card[];
  timeZone: string;
  /** What they all are of, so that no card need say it. */
  within?: string;
  /** The first one larger, as what a list opens with. */
  opening?: boolean;
};

/** Stories one below the other, newest first. */
export function River({ cards, timeZone, within, opening = false }: Props) {
  return (
    <ol className={opening ? 'river opening' : 'river'}>
      {cards.map((card, index) => (
        <li key={card.id}>
          <StoryCard
            card={card}
            className={card.picture ? 'aside' : ''}
            first={index === 0}
            heading="h2"
            sizes={
              opening && index === 0
                ? '(min-width: 67rem) 28rem, (min-width: 36rem) 45vw, 95vw'
                : '(min-width: 67rem) 16rem, (min-width: 36rem) 24vw, 6.5rem'
            }
            signed
            small={!(opening && index === 0)}
            timeZone={timeZone}
            within={within}
          />
        </li>
      ))}
    </ol>
  );
}
