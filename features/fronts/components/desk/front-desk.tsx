'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { Icon } from '#components/controls/icon.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { Conflict } from '#features/fronts/components/desk/conflict.tsx';
import { Preview } from '#features/fronts/components/desk/preview-frame.tsx';
import { RowBox } from '#features/fronts/components/desk/row-box.tsx';
import { SlotBox } from '#features/fronts/components/desk/slot-box.tsx';
import { StoryFinder } from '#features/fronts/components/desk/story-finder.tsx';
import { type Arranging, useArranging } from '#features/fronts/components/desk/use-arranging.ts';
import { slotKey } from '#features/fronts/pins.ts';
import type { FrontDesk } from '#features/fronts/views.ts';
import type { Placeable } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { frontHistoryPath } from '#lib/paths.ts';

/** A front's slots beside the stories that can go into them, and how readers will see it. */
export function FrontDeskScreen({ first, timeZone }: { first: FrontDesk; timeZone: string }) {
  const arranging = useArranging(first);
  const { desk, view, held, problem, told } = arranging;
  const may = desk.mayArrange.ok;
  const onKeyDown = useKeys(arranging);
  const place = (story: Placeable) => {
    arranging.know(story);
    arranging.pickUp({ storyId: story.id, headline: story.headline, from: null });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of whatever button in it has the focus.
    <div className="front-desk" onKeyDown={onKeyDown}>
      <Acts arranging={arranging} timeZone={timeZone} />
      <Notice kind="problem">{problem}</Notice>
      <p role="status" className="front-told">
        {told}
      </p>
      <Conflict arranging={arranging} timeZone={timeZone} />
      <div
        className={may ? 'front-work' : 'front-work front-seen'}
        data-held={held ? true : undefined}
      >
        <div className="front-slots">
          <section aria-label="Top of the front" className="slots-top">
            <SlotBox slot={view.lead} arranging={arranging} timeZone={timeZone} large />
            <div className="slots-seconds">
              {view.seconds.map((slot) => (
                <SlotBox key={slot.key} slot={slot} arranging={arranging} timeZone={timeZone} />
              ))}
            </div>
          </section>
          {view.rows.map((row, at) => (
            <RowBox
              key={row.sectionId}
              row={row}
              at={at}
              of={view.rows.length}
              arranging={arranging}
              timeZone={timeZone}
            />
          ))}
        </div>
        {may && (
          <section aria-labelledby="stories" className="front-stories">
            <h2 id="stories" className="text-lg font-semibold">
              Stories
            </h2>
            <StoryFinder
              timeZone={timeZone}
              label="Place"
              onChoose={place}
              onDrag={place}
              onDragEnd={arranging.leaveIfHeld}
            />
          </section>
        )}
      </div>
      {may && <Preview front={desk.front} pins={arranging.pins} timeZone={timeZone} />}
    </div>
  );
}

function Acts({ arranging, timeZone }: { arranging: Arranging; timeZone: string }) {
  const { desk, changed, busy, canUndo, canRedo } = arranging;
  const ready = useHydrated();
  const { mayArrange, by, at } = desk;
  return (
    <div className="front-acts">
      <p className="text-soft">
        {at
          ? `Arranged by ${by}, ${dateAndTime(at, { timeZone, language: 'en' })}.`
          : 'Nobody has arranged this front: it fills itself.'}{' '}
        {!mayArrange.ok && mayArrange.why}
      </p>
      {changed && <p className="front-changed">Not published yet</p>}
      <a href={frontHistoryPath(desk.front)} className="button">
        History
      </a>
      {mayArrange.ok && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-disabled={canUndo ? undefined : true}
            onClick={arranging.undo}
          >
            <Icon name="undo" />
            <span className="sr-only">Undo</span>
          </button>
          <button
            type="button"
            className="icon-button"
            aria-disabled={canRedo ? undefined : true}
            onClick={arranging.redo}
          >
            <Icon name="redo" />
            <span className="sr-only">Redo</span>
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={!ready || !changed || busy}
            onClick={() => void arranging.publish()}
          >
            {busy ? 'Publishing…' : 'Publish this front'}
          </button>
        </>
      )}
    </div>
  );
}

/** Arrow keys go from slot to slot while a story is held, Escape leaves it; the usual keys undo. */
function useKeys(arranging: Arranging) {
  const { held, slots, lastPut } = arranging;
  const before = useRef(held);
  useEffect(() => {
    if (held && !before.current) focusOn(`put-${held.from ? slotKey(held.from) : 'lead'}`);
    if (!held && before.current) {
      const back = lastPut ?? (before.current.from && slotKey(before.current.from));
      focusOn(back ? `move-${back}` : 'find');
    }
    before.current = held;
  }, [held, lastPut]);
  return (event: KeyboardEvent) => {
    const { key, target } = event;
    if ((target as HTMLElement).matches('input')) return;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
      event.preventDefault();
      if (event.shiftKey) arranging.redo();
      else arranging.undo();
    }
    if (!held) return;
    if (key === 'Escape') arranging.leave();
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    if (!by) return;
    event.preventDefault();
    const here = slots.findIndex((slot) => `put-${slot.key}` === (target as HTMLElement).id);
    const next = slots[here + by];
    if (next) focusOn(`put-${next.key}`);
  };
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
