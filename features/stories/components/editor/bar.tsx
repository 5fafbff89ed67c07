'use client';

import { useEffect, useState } from 'react';
import { Menu, MenuItem } from '#components/controls/menu.tsx';
import {
  buttonsNow,
  type MoveName,
  otherMoves,
  primaryMove,
  wordsOf,
} from '#features/stories/components/editor/moves.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { StateLabel } from '#features/stories/components/state-label.tsx';
import { dateAndTime } from '#lib/dates.ts';
import { deviceNow } from '#lib/device.ts';
import { href, previewPath } from '#lib/paths.ts';

/** Above the text: where the story is, what is saved, the one next step, and the others. */
export function Bar({
  editing,
  timeZone,
  onMove,
}: {
  editing: Editing;
  timeZone: string;
  onMove: (name: MoveName) => void;
}) {
  const { view, unsaved, busy, save } = editing;
  const buttons = buttonsNow(view, unsaved);
  const primary = primaryMove(buttons);
  const main = buttons[primary];
  const isNew = view.id === '';
  const write = view.buttons.write;
  return (
    <div className="bar">
      <div className="bar-state">
        <StateLabel state={view.state} />
        <SavedTime editing={editing} timeZone={timeZone} />
        {!isNew && (
          <a href={previewPath(view.id)} className="link" target="_blank" rel="noopener">
            Preview
          </a>
        )}
        {view.publicPath && (
          <a href={href(view.publicPath)} className="link" target="_blank" rel="noopener">
            View
          </a>
        )}
      </div>
      <div className="bar-acts">
        {write.allowed && (
          <button
            type="button"
            className="button"
            onClick={() => void save()}
            disabled={busy !== null}
            aria-keyshortcuts="Control+S Meta+S"
          >
            {busy === 'saving' ? 'Saving…' : 'Save'}
          </button>
        )}
        <button
          type="button"
          className="button button-primary"
          aria-disabled={main.allowed && busy === null ? undefined : true}
          title={main.allowed ? undefined : main.why}
          aria-describedby={main.allowed ? undefined : 'primary-why'}
          onClick={() => {
            if (main.allowed && busy === null) onMove(primary);
          }}
        >
          {wordsOf(primary, view).label}
        </button>
        <Menu label="More">
          {otherMoves(buttons, view).map((name) => {
            const button = buttons[name];
            return (
              <MenuItem
                key={name}
                why={button.allowed ? undefined : button.why}
                onChoose={() => onMove(name)}
              >
                {wordsOf(name, view).label}
              </MenuItem>
            );
          })}
        </Menu>
      </div>
      {!main.allowed && (
        <p id="primary-why" className="bar-why">
          {main.why}
        </p>
      )}
    </div>
  );
}

function SavedTime({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { view, unsaved, busy, savedAt, kept } = editing;
  const moment = useNow();
  if (!view.buttons.write.allowed) return <span className="text-soft">For reading only</span>;
  if (busy === 'saving') return <span className="text-soft">Saving…</span>;
  if (unsaved) {
    return (
      <span>Unsaved changes{kept ? '' : ' (this device has no room to keep them: save soon)'}</span>
    );
  }
  if (view.id === '') return <span className="text-soft">Not saved yet</span>;
  const style = { timeZone, language: 'en' };
  const whole = `Revision ${view.revisionNumber} by ${view.changedBy}, ${dateAndTime(view.changedAt, style)}`;
  return (
    <span className="text-soft" title={whole}>
      {savedAt ? `Saved ${ago(savedAt, moment)}` : whole}
    </span>
  );
}

function ago(at: Date, moment: Date): string {
  const seconds = Math.max(0, Math.round((moment.getTime() - at.getTime()) / 1000));
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  return `${Math.round(seconds / 60)} min ago`;
}

function useNow(): Date {
  const [moment, setMoment] = useState(deviceNow);
  useEffect(() => {
    const timer = setInterval(() => setMoment(deviceNow()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return moment;
}
