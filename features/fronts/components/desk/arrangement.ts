import { arrange } from '#features/fronts/arrange.ts';
import { type Candidates, makingsOf } from '#features/fronts/makings.ts';
import { type Pins, pinnedAt, type Slot, slotKey } from '#features/fronts/pins.ts';
import type { FrontDesk } from '#features/fronts/views.ts';
import type { Card, Placeable } from '#features/stories/views.ts';

/** A slot as the desk draws it. */
export type SlotView = {
  slot: Slot;
  key: string;
  name: string;
  /** What stands there for readers. */
  card: Card | null;
  pinned: string | null;
  /** What is pinned there and is not shown: it comes later, or is the same story as another one. */
  waiting: Placeable | 'unseen' | null;
};

export type RowView = { sectionId: string; name: string; hidden: boolean; slots: SlotView[] };
export type Arranged = { lead: SlotView; seconds: SlotView[]; rows: RowView[] };

/** Every story that the desk knows of, so that one which filled a slot by itself can be pinned. */
function allCards({ candidates }: FrontDesk, stories: Record<string, Placeable>) {
  const cards: Record<string, Card> = {};
  const known = [...candidates.newest, ...Object.values(candidates.bySection).flat()];
  for (const card of [...known, ...Object.values(candidates.pinned)]) cards[card.id] = card;
  for (const { card } of Object.values(stories)) if (card) cards[card.id] = card;
  return cards;
}

/** What readers would see with these pins, slot by slot. */
export function arranged(
  desk: FrontDesk,
  pins: Pins,
  stories: Record<string, Placeable>,
): Arranged {
  const candidates: Candidates = { ...desk.candidates, pinned: allCards(desk, stories) };
  const { lead, seconds, rows } = arrange(
    makingsOf(pins, candidates, desk.sections, desk.language),
  );
  const view = (slot: Slot, name: string, card: Card | null): SlotView => {
    const pinned = pinnedAt(pins, slot);
    const shown = card !== null && card.id === pinned;
    const waiting = pinned && !shown ? (stories[pinned] ?? 'unseen') : null;
    return { slot, key: slotKey(slot), name, card, pinned, waiting };
  };
  const home = desk.front === 'home';
  return {
    lead: view({ at: 'lead' }, 'Lead', lead),
    seconds: seconds.map((card, index) =>
      view({ at: 'second', index }, `Second ${index + 1}`, card),
    ),
    rows: rows.map(({ section, hidden, cards }) => ({
      sectionId: section.id,
      name: home ? section.name : 'Row',
      hidden,
      slots: cards.map((card, index) =>
        view(
          { at: 'row', sectionId: section.id, index },
          `${home ? section.name : 'Row'} ${index + 1}`,
          card,
        ),
      ),
    })),
  };
}

/** The slots that can be moved between, in the order in which they are read. */
export function allSlots({ lead, seconds, rows }: Arranged): SlotView[] {
  return [lead, ...seconds, ...rows.flatMap((row) => (row.hidden ? [] : row.slots))];
}

/** The headline of what stands in a slot, for buttons and announcements. */
export function headlineIn({ card, waiting }: SlotView): string {
  if (waiting === 'unseen') return 'a story that you may not see';
  return waiting?.headline ?? card?.headline ?? '';
}

/** Pins as they go into the address of a preview: JSON, in base64url. */
export function pinsText(pins: Pins): string {
  return btoa(JSON.stringify(pins)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
