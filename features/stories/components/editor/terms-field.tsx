'use client';

import { useState } from 'react';
import { Combobox, type Option } from '#components/controls/combobox.tsx';
import { Icon } from '#components/controls/icon.tsx';
import { useLeaving } from '#components/controls/use-leaving.ts';
import { useReorder } from '#components/controls/use-reorder.ts';
import { useSuggestions } from '#components/controls/use-suggestions.ts';
import { termSuggestionsAction } from '#features/stories/actions.ts';

const WORDS = {
  topics: { kind: 'topic', label: 'Topics' },
  places: { kind: 'place', label: 'Places' },
} as const;

/** Before an option that makes a new one. */
const NEW = 'new:';

/** Topics or places: those that are there are offered, others are made. The first topic is the kicker. */
export function TermsField({
  name,
  hint,
  terms,
  disabled,
  language,
  error,
  onChange,
}: {
  name: keyof typeof WORDS;
  hint: string;
  terms: string[];
  disabled: boolean;
  language: string;
  error: string | undefined;
  onChange: (terms: string[]) => void;
}) {
  const { kind, label } = WORDS[name];
  const [text, setText] = useState('');
  const known = useSuggestions(text, (letters) => termSuggestionsAction(kind, letters));
  const { propsOf } = useReorder(terms, onChange);
  const typed = text.trim();
  const has = (list: readonly string[], word: string) => list.some((one) => same(one, word));
  const options: Option[] = known
    .filter((one) => !has(terms, one))
    .map((one) => ({ id: one, label: one }));
  if (typed && !has(known, typed) && !has(terms, typed)) {
    options.push({ id: NEW + typed, label: typed, note: `A new ${kind}` });
  }
  const add = (words: string) => {
    const fresh: string[] = [];
    for (const word of words.split(',').map((one) => one.trim())) {
      const name = known.find((one) => same(one, word)) ?? word;
      if (name && !has(terms, name) && !has(fresh, name)) fresh.push(name);
    }
    if (fresh.length > 0) onChange([...terms, ...fresh]);
    setText('');
    return words.trim() !== '';
  };
  const leave = useLeaving(() => add(text));
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="text-label">
        {label}
      </label>
      {terms.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={label}>
          {terms.map((term, at) => (
            <li key={term} className="term" {...(disabled ? {} : propsOf(at))}>
              <span>{term}</span>
              <button
                type="button"
                disabled={disabled}
                title="Take out (Alt with the arrow keys moves it)"
                onClick={() => onChange(terms.filter((other) => other !== term))}
              >
                <Icon name="remove" className="size-4" />
                <span className="sr-only">Take “{term}” out</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        id={name}
        lang={language}
        disabled={disabled}
        value={text}
        maxLength={120}
        options={options}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${name}-hint ${name}-error`}
        onText={(now) => (now.includes(',') ? add(now) : setText(now))}
        onChoose={({ id }) => add(id.startsWith(NEW) ? id.slice(NEW.length) : id)}
        onEnter={() => add(text)}
        onKey={({ key }) => {
          if (key === 'Backspace' && text === '' && terms.length > 0) onChange(terms.slice(0, -1));
          else if (key === 'Escape') setText('');
        }}
        onBlur={leave}
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

function same(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
}
