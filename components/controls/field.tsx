import type { ComponentProps, ReactNode } from 'react';

type Words = { label: string; error?: string | undefined; hint?: ReactNode; quiet?: boolean };
type Control = 'input' | 'textarea' | 'select';
type Props<C extends Control> = Words & ComponentProps<C> & { name: string };

/** A labelled line of text with its error and its hint tied to it. */
export function TextField(props: Props<'input'>) {
  const { words, control } = tied(props);
  return (
    <Around {...words}>
      <input {...control} />
    </Around>
  );
}

export function TextArea(props: Props<'textarea'>) {
  const { words, control } = tied(props);
  return (
    <Around {...words}>
      <textarea {...control} />
    </Around>
  );
}

export function SelectField(props: Props<'select'>) {
  const { words, control } = tied(props);
  return (
    <Around {...words}>
      <select {...control} />
    </Around>
  );
}

/** What stands around a control, and what the control itself gets, each knowing the other's id. */
function tied<P extends Words & { name: string; id?: string; className?: string }>(props: P) {
  const { label, error, hint: rule, quiet = false, ...own } = props;
  const id = props.id ?? props.name;
  // A rule that was broken is not said twice.
  const hint = rule === error ? undefined : rule;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    words: { id, label, error, hint, quiet },
    control: {
      ...own,
      id,
      className: `control ${props.className ?? ''}`,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  };
}

function Around({
  id,
  label,
  error,
  hint,
  quiet,
  children,
}: Words & { id: string; children: ReactNode }) {
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
