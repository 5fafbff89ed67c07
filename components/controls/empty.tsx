import type { ReactNode } from 'react';

/** Where a list has nothing yet: what will be here, and the next step. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid max-w-prose justify-items-start gap-3 border-t-2 border-strong-rule py-6">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </div>
  );
}
