/** As React writes the attribute of a card; in a text its quotation marks would be escaped. */
const CARDS = / data-frame="(https:\/\/[^"\s]+)"/g;

/** The sites from which a page may show a frame: those of its cards, which load at a reader's click. */
export function framesIn(html: string): string[] {
  const sites = new Set<string>();
  for (const [, address = ''] of html.matchAll(CARDS)) {
    const written = address.replaceAll('&amp;', '&');
    if (URL.canParse(written)) sites.add(new URL(written).origin);
  }
  return [...sites];
}
