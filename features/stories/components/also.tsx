import { Row } from '#features/stories/components/row.tsx';
import type { Card } from '#features/stories/views.ts';

/** Further reading under a story. */
export function AlsoLike({ cards, timeZone }: { cards: readonly Card[]; timeZone: string }) {
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="also" className="also wide">
      <h2 id="also">You may also like</h2>
      <Row cards={cards} short timeZone={timeZone} />
    </section>
  );
}
