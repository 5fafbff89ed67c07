'use client';

import { TextField } from '#components/controls/field.tsx';

type Props = { id: string; onAside: (note: string) => void; onClose: () => void };

/** Before a comment is set aside: what whoever takes it up again should know. Nothing has to be said. */
export function AsideForm({ id, onAside, onClose }: Props) {
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAside(String(new FormData(event.currentTarget).get('note') ?? ''));
      }}
    >
      <div className="grow">
        <TextField
          id={`${id}-aside`}
          name="note"
          label="A note for the other moderators (optional)"
          maxLength={1_000}
          autoComplete="off"
          autoFocus
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
        />
      </div>
      <button type="submit" className="button button-primary">
        Set aside
      </button>
      <button type="button" className="button" onClick={onClose}>
        Not now
      </button>
    </form>
  );
}
