'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';

type Person = { id: string; name: string };

const MOST_OFFERED = 6;

/** A text in which "@" offers the names of those who can be called. */
export function MentionBox({
  id,
  label,
  value,
  people,
  onChange,
  onSend,
  onFocus,
}: {
  id: string;
  label: string;
  value: string;
  people: readonly Person[];
  onChange: (text: string) => void;
  onSend: () => void;
  onFocus?: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [begun, setBegun] = useState<{ at: number; typed: string } | null>(null);
  const [active, setActive] = useState(0);
  const offered = begun
    ? people
        .filter(({ name }) => name.toLowerCase().includes(begun.typed.toLowerCase()))
        .slice(0, MOST_OFFERED)
    : [];

  const look = (text: string, caret: number) => {
    const found = /(?:^|[^\w.+-])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
    const typed = found?.[1];
    setBegun(typed === undefined ? null : { at: caret - typed.length, typed });
    setActive(0);
  };
  const take = ({ name }: Person) => {
    if (!begun) return;
    const rest = value.slice(begun.at + begun.typed.length);
    const before = `${value.slice(0, begun.at)}${name}${rest.startsWith(' ') ? '' : ' '}`;
    onChange(before + rest);
    setBegun(null);
    const field = box.current;
    field?.focus();
    requestAnimationFrame(() => field?.setSelectionRange(before.length, before.length));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
      return;
    }
    const person = offered[active];
    if (!person) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(person);
    else if (event.key === 'Escape') setBegun(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="mention-box">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        name={id}
        rows={2}
        placeholder={`${label}. @ calls somebody.`}
        className="control"
        value={value}
        maxLength={4_000}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${list}-${active}` : undefined}
        onFocus={onFocus}
        onBlur={() => setBegun(null)}
        onKeyDown={press}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
      />
      <p role="status" className="sr-only">
        {offered.length > 0 && `${offered.length} names: arrow keys choose, Enter takes one.`}
      </p>
      <div
        id={list}
        role="listbox"
        aria-label="Names"
        className="mention-list"
        hidden={offered.length === 0}
      >
        {offered.map((person, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field.
          <div
            key={person.id}
            id={`${list}-${n}`}
            role="option"
            tabIndex={-1}
            aria-selected={n === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            {person.name}
          </div>
        ))}
      </div>
    </div>
  );
}
