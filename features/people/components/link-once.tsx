'use client';

import { useId, useState } from 'react';

/** A secret address, to be handed over: it can be copied now, and is not shown again. */
export function LinkOnce({ link }: { link: string }) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without https there is no clipboard: the field is marked by a click, to be copied by hand.
      document.getElementById(id)?.focus();
    }
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-label">
        Link, for one use
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          className="control"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
    </div>
  );
}
