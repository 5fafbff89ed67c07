'use client';

import { useEffect, useRef } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { HOUSE_RULES } from '#features/screening/rules.ts';

type Props = {
  id: string;
  onChoose: (rule: string, reason: string) => void;
  onCancel: () => void;
};

/** Which of the house rules it breaks: one digit rejects. Words for the writer can stand beside it. */
export function RuleChooser({ id, onChoose, onCancel }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  const choose = (rule: string) => {
    const reason = box.current?.querySelector('input')?.value ?? '';
    onChoose(rule, reason);
  };
  const byNumber = useRef<(number: number) => void>(() => undefined);
  byNumber.current = (number) => {
    const chosen = HOUSE_RULES[number - 1];
    if (chosen) choose(chosen.rule);
  };
  useEffect(() => {
    // After a dialog around it has opened, which puts the focus on its first button.
    const frame = requestAnimationFrame(() => firstOf(box.current));
    const down = (event: KeyboardEvent) => {
      if ((event.target as HTMLElement).matches('input:not([type="checkbox"]), textarea, select'))
        return;
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      byNumber.current(Number(event.key));
    };
    window.addEventListener('keydown', down);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', down);
    };
  }, []);
  return (
    <fieldset
      ref={box}
      className="chooser"
      onKeyDown={(event) => {
        const typing = (event.target as HTMLElement).matches('input');
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        } else if (typing && event.key === 'Enter') {
          event.preventDefault();
          firstOf(box.current);
        }
      }}
    >
      <legend className="text-label">Which rule does it break?</legend>
      <ul className="rules">
        {HOUSE_RULES.map(({ rule, name, words }, number) => (
          <li key={rule}>
            <button
              type="button"
              className="button control-small"
              title={words}
              onClick={() => choose(rule)}
            >
              <kbd>{number + 1}</kbd> {name}
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-2">
        <div className="grow">
          <TextField
            id={`${id}-reason`}
            name="reason"
            label="Words for the writer (optional)"
            maxLength={500}
            autoComplete="off"
          />
        </div>
        <button type="button" className="button" onClick={onCancel}>
          Not now
        </button>
      </div>
    </fieldset>
  );
}

function firstOf(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('.rules button')?.focus();
}
