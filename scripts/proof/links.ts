/** The addresses of the same site that a page, a feed or a sitemap points to, as paths. */
export function linksIn(text: string, base: string): string[] {
  const found = [
    ...[...text.matchAll(/\b(?:href|src|content|action|poster)="([^"]+)"/g)].map(
      ([, link]) => link,
    ),
    ...[...text.matchAll(/\bsrcset="([^"]+)"/gi)].flatMap(([, list = '']) =>
      list.split(',').map((one) => one.trim().split(' ')[0]),
    ),
    ...[...text.matchAll(/<(?:loc|link|guid[^>]*|url)>([^<]+)</g)].map(([, link]) => link),
    ...[...text.matchAll(/"(?:url|id|@id|external_url|home_page_url)":\s*"([^"]+)"/g)].map(
      ([, link]) => link?.replaceAll('\\/', '/'),
    ),
  ];
  const { origin } = new URL(base);
  return [
    ...new Set(
      found.flatMap((link) => {
        const written = unescaped(link ?? '');
        if (!/^(?:\/|\?|https?:)/.test(written) || !URL.canParse(written, base)) return [];
        const url = new URL(written, base);
        return url.origin === origin ? [`${url.pathname}${url.search}`] : [];
      }),
    ),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

/** The text that an attribute of ours stands for. */
export function unescaped(written: string): string {
  return written.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
}
