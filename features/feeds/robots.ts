import { absolute, sitemapPath } from '#lib/paths.ts';

/**
 * robots.txt (RFC 9309). What is kept out is not secret: it is of no use to a crawler, or it costs a
 * query for each address that one can think of. A section may be called "searches", so whole words.
 */
export function robots(siteUrl: string): string {
  return [
    'User-agent: *',
    'Allow: /api/media/',
    'Allow: /api/site/',
    'Disallow: /api/',
    'Disallow: /desk$',
    'Disallow: /desk/',
    'Disallow: /search$',
    'Disallow: /search?',
    'Disallow: /comments/',
    'Disallow: /preview/',
    'Disallow: /privacy/comments/',
    'Disallow: /privacy/held/',
    'Disallow: /privacy/confirm/',
    'Disallow: /privacy/unsubscribe/',
    '',
    `Sitemap: ${absolute(siteUrl, sitemapPath())}`,
    '',
  ].join('\n');
}
