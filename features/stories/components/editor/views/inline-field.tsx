'use client';

import { useId } from 'react';

/** A small labelled field inside the text. Enter does not begin a new line of the story. */
export function InlineField({
  label,
  value,
  placeholder,
  onChange,
  disabled,
  long = false,
}: {
  label: string;
  value: string;
  placeholder?: string | undefined;
  onChange: (value: string) => void;
  disabled: boolean;
  long?: boolean;
}) {
  const id = useId();
  const shared = {
    id,
    value,
    placeholder,
    disabled,
    maxLength: long ? 2_000 : 500,
    className: 'control',
  };
  return (
    <div className="inline-field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
    </div>
  );
}
