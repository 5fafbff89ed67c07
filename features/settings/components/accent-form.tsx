'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { accentAction } from '#features/settings/actions.ts';
import { SettingsForm } from '#features/settings/components/settings-form.tsx';
import { ACCENT, COLOUR, contrast, PAPER, READABLE, readableOn } from '#lib/colours.ts';

type Theme = keyof typeof PAPER;
type Accent = Record<Theme, string>;

const NAMES: Record<Theme, string> = { light: 'On light pages', dark: 'On dark pages' };

/** The colour of labels and marks, with how well it is read on both kinds of pages. */
export function AccentForm({ accent }: { accent: Accent | null }) {
  const [own, setOwn] = useState(accent !== null);
  const [colours, setColours] = useState<Accent>(accent ?? ACCENT);
  return (
    <SettingsForm action={accentAction}>
      {(wrong) => (
        <>
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              name="own"
              checked={own}
              onChange={(event) => setOwn(event.target.checked)}
            />
            A colour of our own
          </label>
          {own &&
            (['light', 'dark'] as const).map((theme) => (
              <ColourField
                key={theme}
                theme={theme}
                value={colours[theme]}
                error={wrong[`accent.${theme}`]}
                onChange={(colour) => setColours({ ...colours, [theme]: colour })}
              />
            ))}
        </>
      )}
    </SettingsForm>
  );
}

function ColourField({
  theme,
  value,
  error,
  onChange,
}: {
  theme: Theme;
  value: string;
  error: string | undefined;
  onChange: (colour: string) => void;
}) {
  const known = COLOUR.test(value);
  const ratio = known ? contrast(value, PAPER[theme]) : 0;
  const proposed = known ? readableOn(value, PAPER[theme]) : value;
  return (
    <div className="grid grid-cols-[1fr_auto] items-start gap-3">
      <TextField
        label={NAMES[theme]}
        name={theme}
        value={value}
        spellCheck={false}
        maxLength={7}
        error={error}
        onChange={(event) => onChange(event.target.value.trim().toLowerCase())}
        hint={
          known
            ? `Contrast ${Math.floor(ratio * 10) / 10}; ${READABLE} is the least.`
            : 'Written like #a3122a.'
        }
      />
      <div className="grid gap-1">
        <input
          type="color"
          aria-label={`${NAMES[theme]}, from a palette`}
          className="mt-5 h-10 w-14"
          value={known ? value : '#000000'}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p
        className="col-span-2 px-3 py-2 font-semibold"
        style={{ background: PAPER[theme], color: known ? value : undefined }}
      >
        World · Analysis · Live
      </p>
      {known && proposed !== value && (
        <p className="col-span-2">
          <button type="button" className="link" onClick={() => onChange(proposed)}>
            Take {proposed}, which can be read
          </button>
        </p>
      )}
    </div>
  );
}
