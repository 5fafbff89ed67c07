/** A colour as people write it: #a3122a, in lower case. */
export const COLOUR = /^#[0-9a-f]{6}$/;

/** What pages of the two themes are printed on: see components/theme.css. */
export const PAPER = { light: '#fffefb', dark: '#121317' } as const;
/** What the accent is unless the newsroom chose one: the same file. */
export const ACCENT = { light: '#a3122a', dark: '#ff7d8c' } as const;

/** What WCAG 2.2 AA asks of text. */
export const READABLE = 4.5;

type Rgb = readonly [number, number, number];

function parse(colour: string): Rgb {
  const at = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well one colour is read on another, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [one, other]
    .map((colour) => luminance(parse(colour)))
    .sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** The colour itself if it can be read on the paper, else the nearest to it that can. */
export function readableOn(colour: string, paper: string): string {
  const end: Rgb = luminance(parse(paper)) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  const from = parse(colour);
  for (let step = 0; step < 100; step += 1) {
    const mixed = from.map((part, n) => Math.round(part + (((end[n] ?? 0) - part) * step) / 100));
    const tried = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(tried, paper) >= READABLE) return tried;
  }
  return `#${end.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
