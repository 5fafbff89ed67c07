'use client';

import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

export type Option = { id: string; label: ReactNode; note?: string };

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'onKeyDown'> & {
  value: string;
  options: readonly Option[];
  onText: (text: string) => void;
  onChoose: (option: Option) => void;
  /** Enter while nothing of the list is meant. True if it did something, so that no form is sent. */
  onEnter?: () => boolean;
  onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/**
 * A field that offers what may be meant while somebody types (WAI-ARIA's combobox). The focus stays in the
 * field: arrow keys go through the list, Enter takes, Escape puts it away.
 */
export function Combobox({
  value,
  options,
  onText,
  onChoose,
  onEnter,
  onKey,
  className = '',
  ...input
}: Props) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const option = useRef<HTMLLIElement>(null);
  const shown = open && options.length > 0;
  const at = Math.min(active, options.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element in sight changes with it.
  useEffect(() => {
    option.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (chosen: Option | undefined) => {
    if (!chosen) return;
    setOpen(false);
    setActive(-1);
    onChoose(chosen);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      if (shown) setActive(at < 0 && step < 0 ? options.length - 1 : (at + step) % options.length);
      else setOpen(true);
    } else if (key === 'Enter') {
      if (shown && at >= 0) {
        event.preventDefault();
        choose(options[at]);
      } else if (onEnter?.()) event.preventDefault();
    } else if (key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else onKey?.(event);
  };
  return (
    <div className="combobox">
      <input
        {...input}
        className={`control ${className}`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          setOpen(true);
          setActive(-1);
          onText(event.target.value);
        }}
        onKeyDown={press}
        onBlur={(event) => {
          setOpen(false);
          input.onBlur?.(event);
        }}
      />
      {shown && (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list box is a list.
        <ul id={list} role="listbox" aria-label="Suggestions" className="combobox-list">
          {options.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the field.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
            <li
              key={one.id}
              id={`${list}-${index}`}
              ref={index === at ? option : undefined}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above.
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(one)}
            >
              <span>{one.label}</span>
              {one.note && <span className="text-note text-soft">{one.note}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="sr-only" role="status">
        {shown && `${options.length} ${options.length === 1 ? 'suggestion' : 'suggestions'}`}
      </p>
    </div>
  );
}
