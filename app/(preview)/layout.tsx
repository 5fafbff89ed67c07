import '#app/(site)/site.css';
import '#app/(preview)/preview.css';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { siteSettings } from '#features/site/queries.ts';
import { directionOf } from '#lib/dates.ts';
import { accentPath } from '#lib/paths.ts';

export const metadata: Metadata = { robots: { index: false, follow: false } };
export const dynamic = 'force-dynamic';

/** Readers' pages for staff: the same frame and style, rendered for whoever asks. */
export default async function PreviewRoot({ children }: { children: ReactNode }) {
  const { language, accent } = await siteSettings();
  return (
    <html dir={directionOf(language)} lang={language}>
      {accent && (
        <head>
          <link href={accentPath(accent)} rel="stylesheet" />
        </head>
      )}
      <body>{children}</body>
    </html>
  );
}
