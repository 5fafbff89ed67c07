'use client';

import { type DragEvent, useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';
import { headlineIn, type SlotView } from '#features/fronts/components/desk/arrangement.ts';
import type { Arranging } from '#features/fronts/components/desk/use-arranging.ts';
import { Picture } from '#features/media/components/picture.tsx';
import { StateLabel } from '#features/stories/components/state-label.tsx';
import type { Placeable } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deskStoryPath } from '#lib/paths.ts';

type Props = { slot: SlotView; arranging: Arranging; timeZone: string; large?: boolean };

/** One slot: what stands in it, whether it is pinned, and everything that can be done with it. */
export function SlotBox({ slot, arranging, timeZone, large = false }: Props) {
  const [over, setOver] = useState(false);
  const { held, desk } = arranging;
  const may = desk.mayArrange.ok;
  const storyId = slot.pinned ?? slot.card?.id ?? null;
  const story = storyId ? { storyId, headline: headlineIn(slot), from: slot.slot } : null;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (held) arranging.putDown(held, slot);
  };
  return (
    <article
      aria-label={slot.name}
      className={large ? 'slot slot-large' : 'slot'}
      data-over={over || undefined}
      data-pinned={slot.pinned ? true : undefined}
      draggable={may && story !== null}
      onDragStart={(event) => {
        if (!story) return;
        event.dataTransfer.setData('text/plain', story.headline);
        event.dataTransfer.effectAllowed = 'move';
        // A change of the page while the drag begins would end it.
        setTimeout(() => arranging.pickUp(story));
      }}
      onDragEnd={() => arranging.held && arranging.leave()}
      onDragOver={(event) => {
        if (!held) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header className="slot-head">
        <span className="slot-name">{slot.name}</span>
        <span>{slot.pinned ? 'Pinned' : 'Fills itself'}</span>
      </header>
      <Standing slot={slot} timeZone={timeZone} large={large} />
      {may && <SlotActs slot={slot} arranging={arranging} story={story} />}
    </article>
  );
}

/** What readers see there, and what is pinned there for later. */
function Standing({ slot, timeZone, large }: { slot: SlotView; timeZone: string; large: boolean }) {
  const { card, waiting } = slot;
  return (
    <div className="slot-story">
      {waiting && (
        <p className="slot-waiting">
          {waiting === 'unseen' ? (
            'A story that you may not see is pinned here.'
          ) : (
            <>
              <a
                href={deskStoryPath(waiting.id)}
                className="list-main"
                lang={waiting.language}
                dir="auto"
              >
                {waiting.headline}
              </a>
              <StateLabel state={waiting.state} />
              <span>{whyWaiting(waiting, timeZone)}</span>
            </>
          )}
          {card && <span>Until then:</span>}
        </p>
      )}
      {card ? (
        <>
          {large && card.picture && (
            <Picture key={card.id} picture={{ ...card.picture, alt: '' }} sizes="30rem" />
          )}
          <a
            href={deskStoryPath(card.id)}
            className="slot-headline"
            lang={card.language}
            dir="auto"
          >
            {card.headline}
          </a>
          <span className="text-note text-soft">{card.kicker}</span>
        </>
      ) : (
        !waiting && <p className="text-soft">Nothing is left to stand here.</p>
      )}
    </div>
  );
}

function whyWaiting({ comesAt, card }: Placeable, timeZone: string): string {
  if (comesAt) return `Comes ${dateAndTime(comesAt, { timeZone, language: 'en' })}.`;
  return card ? 'Stands here in another language.' : 'Appears here when it is published.';
}

type ActProps = {
  slot: SlotView;
  arranging: Arranging;
  story: Parameters<Arranging['pickUp']>[0] | null;
};

function SlotActs({ slot, arranging, story }: ActProps) {
  const { held } = arranging;
  if (held) {
    const stays = story?.storyId === held.storyId;
    const there = headlineIn(slot);
    return (
      <p className="slot-acts">
        <button
          type="button"
          id={`put-${slot.key}`}
          className="button slot-put"
          onClick={() => (stays ? arranging.leave() : arranging.putDown(held, slot))}
        >
          {stays ? 'Leave it here' : 'Put it here'}
          <span className="sr-only">
            {' '}
            in {slot.name}
            {there && !stays ? `, where “${there}” stands` : ''}
          </span>
        </button>
      </p>
    );
  }
  const about = (
    <span className="sr-only">
      {' '}
      “{headlineIn(slot)}”, {slot.name}
    </span>
  );
  return (
    <p className="slot-acts">
      {story && (
        <button
          type="button"
          id={`move-${slot.key}`}
          className="button button-bare control-small"
          onClick={() => arranging.pickUp(story)}
        >
          <Icon name="move" /> Move{about}
        </button>
      )}
      {slot.pinned ? (
        <button
          type="button"
          className="button button-bare control-small"
          onClick={() => arranging.unpin(slot)}
        >
          <Icon name="pin" /> Unpin{about}
        </button>
      ) : (
        slot.card && (
          <button
            type="button"
            className="button button-bare control-small"
            onClick={() => arranging.pin(slot)}
          >
            <Icon name="pin" /> Pin{about}
          </button>
        )
      )}
    </p>
  );
}
