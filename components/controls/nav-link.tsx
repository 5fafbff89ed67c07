'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of a navigation that says when the page it leads to, or one below it, is open. */
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
  return (
    <Link href={to} className={className} aria-current={inside ? 'page' : undefined}>
      {children}
    </Link>
  );
}
