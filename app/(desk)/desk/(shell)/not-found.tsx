import type { Metadata } from 'next';
import { deskPath } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <div className="grid max-w-prose gap-3 py-10">
      <h1 className="text-title">There is nothing here for you</h1>
      <p className="text-soft">
        The address is wrong, or what it leads to is not yours to see. An administrator can say
        which.
      </p>
      <p>
        <a href={deskPath()} className="link">
          To the desk
        </a>
      </p>
    </div>
  );
}
