'use client';

import { useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';

/** Topics or places: words that are added by Enter or a comma. The first topic is the kicker. */
export function TermsField({
  label,
  name,
  hint,
  terms,
  disabled,
  error,
  onChange,
}: {
  label: string;
  name: string;
  hint: string;
  terms: string[];
  disabled: boolean;
  error: string | undefined;
  onChange: (terms: string[]) => void;
}) {
  const [text, setText] = useState('');
  const add = (words: string) => {
    const fresh = words
      .split(',')
      .map((word) => word.trim())
      .filter((word, at, all) => word && all.indexOf(word) === at && !terms.includes(word));
    if (fresh.length > 0) onChange([...terms, ...fresh]);
    setText('');
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="text-label">
        {label}
      </label>
      {terms.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {terms.map((term) => (
            <li key={term} className="term">
              <span>{term}</span>
              <button
                type="button"
                disabled={disabled}
                onClick={() => onChange(terms.filter((other) => other !== term))}
              >
                <Icon name="remove" className="size-4" />
                <span className="sr-only">Take “{term}” out</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={name}
        className="control"
        disabled={disabled}
        value={text}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${name}-hint ${name}-error`}
        onChange={({ target }) =>
          target.value.includes(',') ? add(target.value) : setText(target.value)
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add(text);
          } else if (event.key === 'Backspace' && text === '') onChange(terms.slice(0, -1));
        }}
        onBlur={() => add(text)}
      />
      {error && (
        <p id={`${name}-error`} className="text-note text-danger">
          {error}
        </p>
      )}
      <p id={`${name}-hint`} className="text-note text-soft">
        {hint}
      </p>
    </div>
  );
}
