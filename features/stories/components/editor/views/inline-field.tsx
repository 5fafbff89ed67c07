'use client';

import type { ReactNodeViewProps } from '@tiptap/react';
import { type KeyboardEvent, useId } from 'react';

/** Where the keyboard goes from the fields of a block: into the text after it, or onto the block itself. */
export type Leave = (to: 'after' | 'block') => void;

/**
 * A small labelled field inside the text. Enter goes on to the next one and from the last into the text,
 * Escape marks the block.
 */
export function InlineField({
  label,
  value,
  placeholder,
  onChange,
  onLeave,
  disabled,
  long = false,
}: {
  label: string;
  value: string;
  placeholder?: string | undefined;
  onChange: (value: string) => void;
  onLeave?: Leave | undefined;
  disabled: boolean;
  long?: boolean;
}) {
  const id = useId();
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, currentTarget } = event;
    const whole = ctrlKey || metaKey;
    if (key === 'Escape' && onLeave) {
      event.preventDefault();
      onLeave('block');
    } else if (key === 'Enter' && (!long || whole)) {
      event.preventDefault();
      const next = whole ? null : nextField(currentTarget);
      if (next) next.focus();
      else onLeave?.('after');
    }
  };
  const shared = {
    id,
    value,
    placeholder,
    disabled,
    maxLength: long ? 2_000 : 500,
    className: 'control',
    onKeyDown: press,
  };
  return (
    <div className="inline-field">
      <label htmlFor={id} lang="en" dir="ltr">
        {label}
      </label>
      {long ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

function nextField(field: HTMLElement): HTMLElement | undefined {
  const all = field.closest('[data-node-view-wrapper]')?.querySelectorAll<HTMLElement>('.control');
  const list = [...(all ?? [])];
  return list[list.indexOf(field) + 1];
}

export function leaving({ editor, getPos }: Pick<ReactNodeViewProps, 'editor' | 'getPos'>): Leave {
  return (to) => {
    const at = getPos();
    if (at === undefined) return;
    const chain = editor.chain().focus().setNodeSelection(at);
    (to === 'after' ? chain.leaveBlock() : chain).run();
  };
}
