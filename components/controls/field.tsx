import type { ComponentProps, ReactNode } from 'react';

type Shared = { label: string; error?: string | undefined; hint?: ReactNode; quiet?: boolean };

function describedBy(id: string, error: string | undefined, hint: ReactNode): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Around({
  id,
  label,
  error,
  hint,
  quiet,
  children,
}: Shared & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={quiet ? 'sr-only' : 'text-label'}>
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-note text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-note text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A labelled line of text with its error and its hint tied to it. */
export function TextField({
  label,
  error,
  hint,
  quiet = false,
  id,
  className = '',
  ...input
}: Shared & ComponentProps<'input'> & { name: string }) {
  const at = id ?? input.name;
  return (
    <Around id={at} label={label} error={error} hint={hint} quiet={quiet}>
      <input
        {...input}
        id={at}
        className={`control ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(at, error, hint)}
      />
    </Around>
  );
}

export function TextArea({
  label,
  error,
  hint,
  quiet = false,
  id,
  className = '',
  ...input
}: Shared & ComponentProps<'textarea'> & { name: string }) {
  const at = id ?? input.name;
  return (
    <Around id={at} label={label} error={error} hint={hint} quiet={quiet}>
      <textarea
        {...input}
        id={at}
        className={`control ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(at, error, hint)}
      />
    </Around>
  );
}

export function SelectField({
  label,
  error,
  hint,
  quiet = false,
  id,
  className = '',
  children,
  ...input
}: Shared & ComponentProps<'select'> & { name: string }) {
  const at = id ?? input.name;
  return (
    <Around id={at} label={label} error={error} hint={hint} quiet={quiet}>
      <select
        {...input}
        id={at}
        className={`control ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(at, error, hint)}
      >
        {children}
      </select>
    </Around>
  );
}
