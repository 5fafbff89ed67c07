import type { ReactNode } from 'react';

/**
 * A sentence about what happened. The region is always in the page, so that a screen reader notices
 * when it fills: a problem at once, good news when there is a pause.
 */
export function Notice({ kind, children }: { kind: 'problem' | 'done'; children: ReactNode }) {
  return (
    <div role={kind === 'problem' ? 'alert' : 'status'} className="said">
      {children && <p className={`notice notice-${kind}`}>{children}</p>}
    </div>
  );
}
