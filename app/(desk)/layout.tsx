import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '#app/(desk)/desk.css';

export const metadata: Metadata = {
  title: { default: 'Desk', template: '%s · Desk' },
  robots: { index: false, follow: false },
};

/** Every page of the desk is made for its request: it is personal, and its scripts carry a nonce. */
export const dynamic = 'force-dynamic';

export default function DeskRoot({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
