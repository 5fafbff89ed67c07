'use client';

import { useState } from 'react';
import { Combobox, type Option } from '#components/controls/combobox.tsx';
import { Icon } from '#components/controls/icon.tsx';
import { useReorder } from '#components/controls/use-reorder.ts';
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

/** The option that adds somebody without an account. */
const GUEST = 'guest';

/** How many are offered before more letters are typed. */
const MOST = 8;

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
  const { move, propsOf } = useReorder(bylines, onChange);
  const free = authors.filter((author) => !bylines.some((one) => one.authorId === author.id));
  const wanted = name.trim();
  const known = free.find((author) => author.name.toLowerCase() === wanted.toLowerCase());
  const options: Option[] = free
    .filter((author) => wanted && author.name.toLowerCase().includes(wanted.toLowerCase()))
    .slice(0, MOST)
    .map(({ id, name: label, guest }) => ({ id, label, ...(guest ? { note: 'Guest' } : {}) }));
  if (wanted && !known) options.push({ id: GUEST, label: wanted, note: 'A new guest' });
  const put = (author: { id: string; name: string }) => {
    onChange([...bylines, { authorId: author.id, name: author.name, role: 'by' }]);
    setName('');
    setProblem('');
  };
  const addGuest = async () => {
    setBusy(true);
    const answer = await addGuestAction(wanted).catch(() => null);
    setBusy(false);
    if (!answer) return setProblem('The newsroom’s server could not be reached: try again.');
    if (!answer.ok) return setProblem(answer.why);
    put({ id: answer.value.id, name: wanted });
  };
  const add = (author: { id: string; name: string } | undefined) => {
    if (!wanted || busy) return;
    if (author) put(author);
    else void addGuest();
  };
  const change = (at: number, role: BylineRole) =>
    onChange(bylines.map((one, i) => (i === at ? { ...one, role } : one)));
  return (
    <fieldset className="grid gap-2" disabled={disabled} aria-describedby="bylines-error">
      <legend className="mb-1 text-label">Byline</legend>
      {bylines.length > 0 && (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
          {bylines.map((byline, at) => (
            <li
              key={byline.authorId}
              className="byline"
              {...(disabled ? { onKeyDown: undefined } : propsOf(at))}
            >
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
                onClick={() => move(at, at - 1)}
              >
                <Icon name="up" />
                <span className="sr-only">Move {byline.name} up</span>
              </button>
              <button
                type="button"
                className="icon-button"
                disabled={at === bylines.length - 1}
                onClick={() => move(at, at + 1)}
              >
                <Icon name="down" />
                <span className="sr-only">Move {byline.name} down</span>
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
        <Combobox
          id="bylines"
          aria-label="Add somebody to the byline"
          placeholder="Add by name"
          maxLength={120}
          value={name}
          options={options}
          aria-invalid={error || problem ? true : undefined}
          aria-describedby="bylines-error"
          onText={(text) => {
            setName(text);
            setProblem('');
          }}
          onChoose={({ id }) => add(free.find((author) => author.id === id))}
          onEnter={() => {
            add(known);
            return true;
          }}
        />
        <button type="button" className="button" disabled={busy} onClick={() => add(known)}>
          {wanted && !known ? 'Add guest' : 'Add'}
        </button>
      </div>
      <p id="bylines-error" className="text-note text-danger" role="status">
        {error || problem}
      </p>
    </fieldset>
  );
}
