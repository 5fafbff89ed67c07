'use client';

import { Menu, MenuItem } from '#components/controls/menu.tsx';
import {
  buttonsNow,
  type MoveName,
  otherMoves,
  primaryMove,
  wordsOf,
} from '#features/stories/components/editor/moves.ts';
import { SavedTime } from '#features/stories/components/editor/saved-time.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { StateLabel } from '#features/stories/components/state-label.tsx';
import { href, previewPath, revisionsPath } from '#lib/paths.ts';

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
        {!isNew && (
          <a href={revisionsPath(view.id)} className="link">
            Revisions
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
