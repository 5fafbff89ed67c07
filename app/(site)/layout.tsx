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

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffefb' },
    { media: '(prefers-color-scheme: dark)', color: '#121317' },
  ],
};

export function generateMetadata(): Metadata {
  return { metadataBase: new URL(env().siteUrl), icons: '/icon.svg' };
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  preload(roman, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  const language = await siteLanguage();
  return (
    <html dir={directionOf(language)} lang={language}>
      <body>{children}</body>
    </html>
  );
}

/** The build renders this once, around pages that are not there, and must see no database. */
async function siteLanguage(): Promise<string> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return 'en';
  return (await site()).language;
}
