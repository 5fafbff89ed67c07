import { element, type Markup } from '#lib/html.ts';
import { absolute } from '#lib/paths.ts';

/** An address with when what stands there last changed; nothing where that is not known. */
export type Place = { path: string; changedAt: Date | null };

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** A sitemap of pages (https://www.sitemaps.org/protocol.html). */
export function sitemap(places: readonly Place[], siteUrl: string): string {
  return document(element('urlset', NAMESPACE, ...places.map((at) => entry('url', at, siteUrl))));
}

/** A sitemap of sitemaps. */
export function sitemapIndex(parts: readonly Place[], siteUrl: string): string {
  return document(
    element('sitemapindex', NAMESPACE, ...parts.map((at) => entry('sitemap', at, siteUrl))),
  );
}

function entry(name: string, { path, changedAt }: Place, siteUrl: string): Markup {
  return element(
    name,
    {},
    element('loc', {}, absolute(siteUrl, path)),
    changedAt && element('lastmod', {}, changedAt.toISOString()),
  );
}

function document(root: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;
}
