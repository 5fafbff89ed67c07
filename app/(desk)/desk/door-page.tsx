import type { ReactNode } from 'react';
import { siteSettings } from '#features/site/queries.ts';
import { frontPath } from '#lib/paths.ts';

/** What stands around every page of the desk that is seen before anybody is in. */
export async function DoorPage({ title, children }: { title: string; children: ReactNode }) {
  const { name } = await siteSettings();
  return (
    <main className="door">
      <a href={frontPath()} className="masthead">
        {name}
      </a>
      <h1 className="text-title">{title}</h1>
      {children}
    </main>
  );
}
