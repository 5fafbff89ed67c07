'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/**
 * A link of a navigation that says when the page it leads to, or one below it, is open. The desk has
 * plain links: Next's own would show again for minutes what it once fetched, and staff would act on it.
 */
export function NavLink({
  to,
  except,
  className,
  children,
}: {
  to: string;
  /** A page below `to` that has a link of its own. */
  except?: string;
  className: string;
  children: ReactNode;
}) {
  const here = usePathname();
  const inside = here === to || (here.startsWith(`${to}/`) && here !== except);
  const current = inside ? 'page' : undefined;
  return (
    <a href={to} className={className} aria-current={current}>
      {children}
    </a>
  );
}
