'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of a navigation that says when the page it leads to, or one below it, is open. */
export function NavLink({
  to,
  except,
  afresh = false,
  className,
  children,
}: {
  to: string;
  /** True: the browser loads it anew, and Next does not show again what it kept of it. */
  afresh?: boolean;
  /** A page below `to` that has a link of its own. */
  except?: string;
  className: string;
  children: ReactNode;
}) {
  const here = usePathname();
  const inside = here === to || (here.startsWith(`${to}/`) && here !== except);
  const current = inside ? 'page' : undefined;
  if (afresh) {
    return (
      <a href={to} className={className} aria-current={current}>
        {children}
      </a>
    );
  }
  return (
    <Link href={to} className={className} aria-current={current}>
      {children}
    </Link>
  );
}
