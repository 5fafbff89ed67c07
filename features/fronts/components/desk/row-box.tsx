'use client';

import { Icon } from '#components/controls/icon.tsx';
import type { RowView } from '#features/fronts/components/desk/arrangement.ts';
import { SlotBox } from '#features/fronts/components/desk/slot-box.tsx';
import type { Arranging } from '#features/fronts/components/desk/use-arranging.ts';
import { moveRow, toggleRow } from '#features/fronts/pins.ts';

type Props = { row: RowView; at: number; of: number; arranging: Arranging; timeZone: string };

/** A section's row: where it stands among the rows, whether readers see it, and its slots. */
export function RowBox({ row, at, of, arranging, timeZone }: Props) {
  const { sectionId, name, hidden, slots } = row;
  const { pins, change, desk } = arranging;
  const alone = desk.front !== 'home';
  const move = (by: 1 | -1) =>
    change(moveRow(pins, sectionId, by), `${name} is row ${at + by + 1} of ${of}.`);
  return (
    <section aria-label={name} className="slots-row">
      {!alone && (
        <header className="slots-row-head">
          <h2>{name}</h2>
          {hidden && <span className="text-soft">Readers do not see this row.</span>}
          {desk.mayArrange.ok && (
            <>
              <button
                type="button"
                className="icon-button"
                aria-disabled={at === 0 ? true : undefined}
                onClick={() => at > 0 && move(-1)}
              >
                <Icon name="up" />
                <span className="sr-only">Move the row {name} up</span>
              </button>
              <button
                type="button"
                className="icon-button"
                aria-disabled={at === of - 1 ? true : undefined}
                onClick={() => at < of - 1 && move(1)}
              >
                <Icon name="down" />
                <span className="sr-only">Move the row {name} down</span>
              </button>
              <button
                type="button"
                className="button button-bare control-small"
                onClick={() =>
                  change(
                    toggleRow(pins, sectionId),
                    hidden ? `${name} is shown.` : `${name} is hidden.`,
                  )
                }
              >
                {hidden ? 'Show' : 'Hide'}
                <span className="sr-only"> the row {name}</span>
              </button>
            </>
          )}
        </header>
      )}
      {!hidden && (
        <div className="slots-of-row">
          {slots.map((slot) => (
            <SlotBox key={slot.key} slot={slot} arranging={arranging} timeZone={timeZone} />
          ))}
        </div>
      )}
    </section>
  );
}
