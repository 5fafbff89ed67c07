import '#app/(site)/site.css';
import roman from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2' with {
  turbopackModuleType: 'asset',
};
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { site } from '#features/site/queries.ts';
import { directionOf } from '#lib/dates.ts';
import { env } from '#lib/env.ts';
import { accentPath } from '#lib/paths.ts';

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffefb' },
    { media: '(prefers-color-scheme: dark)', color: '#121317' },
  ],
};

/** A page is rendered when somebody asks and the press does not hold it. The build sees no database. */
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  return { metadataBase: new URL(env().siteUrl), icons: '/icon.svg' };
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  preload(roman, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  const { language, accent } = await site();
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
