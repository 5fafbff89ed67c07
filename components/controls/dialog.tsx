'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from '#components/controls/icon.tsx';

/** A question in front of the page: the browser's own dialog keeps the focus in it and ends by Escape. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={heading}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="icon-button" onClick={onClose}>
          <Icon name="remove" />
          <span className="sr-only">Close</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}

type Acts = {
  /** The words of the button that does it. */
  act: string;
  danger?: boolean;
  disabled?: boolean;
  /** Without it the button sends the form that it stands in. */
  onAct?: () => void;
  onClose: () => void;
};

/** How a question ends: it is done, or not now. */
export function DialogActs({ act, danger = false, disabled = false, onAct, onClose }: Acts) {
  return (
    <p className="flex flex-wrap gap-3">
      <button
        type={onAct ? 'button' : 'submit'}
        className={danger ? 'button button-danger' : 'button button-primary'}
        disabled={disabled}
        onClick={onAct}
      >
        {act}
      </button>
      <button type="button" className="button" onClick={onClose}>
        Not now
      </button>
    </p>
  );
}
