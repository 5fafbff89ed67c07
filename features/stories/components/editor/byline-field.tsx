'use client';

import { useState } from 'react';
import { Icon } from '#components/controls/icon.tsx';
import { addGuestAction } from '#features/people/actions.ts';
import type { Fields } from '#features/stories/components/editor/fields.ts';
import type { BylineRole, Choices } from '#features/stories/views.ts';

const ROLE_WORDS: Record<BylineRole, string> = {
  by: 'By',
  reporting: 'Reporting',
  photography: 'Photographs',
  translation: 'Translation',
  editing: 'Editing',
};

/** Who stands in the byline, in order; somebody without an account is added by name. */
export function BylineField({
  bylines,
  authors,
  disabled,
  error,
  onChange,
}: {
  bylines: Fields['bylines'];
  authors: Choices['authors'];
  disabled: boolean;
  error: string | undefined;
  onChange: (bylines: Fields['bylines']) => void;
}) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const free = authors.filter((author) => !bylines.some((one) => one.authorId === author.id));
  const wanted = name.trim();
  const known = free.find((author) => author.name.toLowerCase() === wanted.toLowerCase());
  const put = (author: { id: string; name: string }) => {
    onChange([...bylines, { authorId: author.id, name: author.name, role: 'by' }]);
    setName('');
    setProblem('');
  };
  const add = async () => {
    if (!wanted) return;
    if (known) return put(known);
    setBusy(true);
    const answer = await addGuestAction(wanted).catch(() => null);
    setBusy(false);
    if (!answer) return setProblem('The newsroom’s server could not be reached: try again.');
    if (!answer.ok) return setProblem(answer.why);
    put({ id: answer.value.id, name: wanted });
  };
  const change = (at: number, role: BylineRole) =>
    onChange(bylines.map((one, i) => (i === at ? { ...one, role } : one)));
  const lift = (at: number) => {
    const [moved] = bylines.slice(at, at + 1);
    if (!moved) return;
    const rest = bylines.filter((_, i) => i !== at);
    onChange([...rest.slice(0, at - 1), moved, ...rest.slice(at - 1)]);
  };
  return (
    <fieldset className="grid gap-2" disabled={disabled} aria-describedby="bylines-error">
      <legend className="mb-1 text-label">Byline</legend>
      {bylines.length > 0 && (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
          {bylines.map((byline, at) => (
            <li key={byline.authorId} className="flex flex-wrap items-center gap-1">
              <span className="min-w-0 basis-full truncate">{byline.name}</span>
              <select
                aria-label={`What ${byline.name} did`}
                className="control control-small w-auto"
                value={byline.role}
                onChange={(event) => change(at, event.target.value as BylineRole)}
              >
                {Object.entries(ROLE_WORDS).map(([role, words]) => (
                  <option key={role} value={role}>
                    {words}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="icon-button"
                disabled={at === 0}
                onClick={() => lift(at)}
              >
                <Icon name="up" />
                <span className="sr-only">Move {byline.name} up</span>
              </button>
              <button
                type="button"
                className="icon-button"
                onClick={() => onChange(bylines.filter((_, i) => i !== at))}
              >
                <Icon name="remove" />
                <span className="sr-only">Take {byline.name} out</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="flex gap-2">
        <input
          className="control"
          aria-label="Add somebody to the byline"
          placeholder="Add by name"
          list="authors"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void add();
          }}
        />
        <button type="button" className="button" disabled={busy} onClick={() => void add()}>
          {wanted && !known ? 'Add guest' : 'Add'}
        </button>
      </div>
      <datalist id="authors">
        {free.map((author) => (
          <option key={author.id} value={author.name} />
        ))}
      </datalist>
      <p id="bylines-error" className="text-note text-danger" role="status">
        {error || problem}
      </p>
    </fieldset>
  );
}
