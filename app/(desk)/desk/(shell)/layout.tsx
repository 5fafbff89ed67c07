import type { ReactNode } from 'react';
import { Rail } from '#app/(desk)/desk/(shell)/rail.tsx';
import { commentsWaiting } from '#features/moderation/queries.ts';
import { requireStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { unseenMentions } from '#features/stories/staff-comments.ts';

export default async function Shell({ children }: { children: ReactNode }) {
  const staff = await requireStaff();
  const { name } = await siteSettings();
  return (
    <div className="shell">
      <a href="#main" className="skip">
        Skip to the page
      </a>
      <Rail
        staff={staff}
        siteName={name}
        waiting={await commentsWaiting(staff)}
        mentions={await unseenMentions(staff)}
      />
      <main id="main" tabIndex={-1} className="work">
        {children}
      </main>
    </div>
  );
}
