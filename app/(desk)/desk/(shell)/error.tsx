'use client';

import { deskPath } from '#lib/paths.ts';

export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <div className="grid max-w-prose gap-3 py-10" role="alert">
      <h1 className="text-title">Something went wrong here</h1>
      <p className="text-soft">
        It is not your doing, and what you typed into a story is kept on this device.
      </p>
      <p className="flex flex-wrap gap-3">
        <button type="button" className="button button-primary" onClick={reset}>
          Try again
        </button>
        <a href={deskPath()} className="button">
          To the desk
        </a>
      </p>
    </div>
  );
}
