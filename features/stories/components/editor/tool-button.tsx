'use client';

import { Icon, type IconName } from '#components/controls/icon.tsx';

export type Tool = {
  name: string;
  icon: IconName;
  keys?: string;
  on?: boolean;
  off?: boolean;
  run: () => void;
};

/** A button that does something with the text and leaves the focus there. */
export function ToolButton({ name, icon, keys, on, off = false, run }: Tool) {
  return (
    <button
      type="button"
      className="icon-button"
      tabIndex={-1}
      aria-pressed={on}
      aria-disabled={off ? true : undefined}
      title={keys ? `${name} (${keys})` : name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!off) run();
      }}
    >
      <Icon name={icon} />
      <span className="sr-only">{name}</span>
    </button>
  );
}
