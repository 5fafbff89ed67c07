import { readLogo } from '#features/settings/internal/logo.ts';

const ACCENT = /^accent-([0-9a-f]{6})-([0-9a-f]{6})\.css$/;

/**
 * One of the newsroom's own files by its name: a logo, or the style sheet of an accent, which says
 * what stands in its name and so needs no row.
 */
export async function siteFile(file: string): Promise<{ bytes: Buffer; type: string } | null> {
  const accent = ACCENT.exec(file);
  if (!accent) return readLogo(file);
  const [, light, dark] = accent;
  // Twice the root, to count for more than the theme; on paper the theme's black stays.
  const css = `@media screen{:root:root{--accent:#${light}}}@media screen and (prefers-color-scheme:dark){:root:root{--accent:#${dark}}}\n`;
  return { bytes: Buffer.from(css), type: 'text/css; charset=utf-8' };
}
