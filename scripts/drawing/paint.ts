/** The paper: 3:2, as wide as the widest place that shows it. */
export const WIDTH = 1800;
export const HEIGHT = 1200;
/** Painted beyond the edges and cut off, so that nothing that is soft ends before they do. */
export const MARGIN = 60;

export type Point = readonly [x: number, y: number];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Look = { opacity?: number; blur?: number; stroke?: string; width?: number; turn?: string };

/** A picture in the making: what is painted later lies over what was there before. */
export class Painting {
  readonly random: () => number;
  readonly #definitions = new Map<string, string>();
  #marks: string[] = [];
  readonly #sparks: string[] = [];

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.random();
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[Math.floor(this.random() * from.length)] ?? from[0];
  }

  /** A fill that goes through the colours from one point to another (in parts of the shape). */
  fade(colours: readonly string[], [x1, y1]: Point = [0, 0], [x2, y2]: Point = [0, 1]): string {
    const stops = colours
      .map((colour, n) => {
        const at = n / Math.max(1, colours.length - 1);
        return `<stop offset="${at.toFixed(3)}" stop-color="${colour}"/>`;
      })
      .join('');
    const line = `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`;
    return this.#define(
      `${line}${stops}`,
      (id) => `<linearGradient id="${id}" ${line}>${stops}</linearGradient>`,
    );
  }

  fill(colour: string, look: Look = {}): this {
    return this.rect(-MARGIN, -MARGIN, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN, colour, look);
  }

  rect(x: number, y: number, w: number, h: number, fill: string, look: Look = {}): this {
    return this.#mark(`<rect x="${r(x)}" y="${r(y)}" width="${r(w)}" height="${r(h)}"`, fill, look);
  }

  shape(points: readonly Point[], fill: string, look: Look = {}): this {
    const list = points.map(([x, y]) => `${r(x)},${r(y)}`).join(' ');
    return this.#mark(`<polygon points="${list}"`, fill, look);
  }

  /** A path in SVG's own words, for what has curves. */
  path(d: string, fill: string, look: Look = {}): this {
    return this.#mark(`<path d="${d}"`, fill, look);
  }

  line(points: readonly Point[], stroke: string, width: number, look: Look = {}): this {
    const list = points.map(([x, y]) => `${r(x)},${r(y)}`).join(' ');
    return this.#mark(`<polyline points="${list}"`, 'none', { ...look, stroke, width });
  }

  oval(x: number, y: number, rx: number, ry: number, fill: string, look: Look = {}): this {
    return this.#mark(`<ellipse cx="${r(x)}" cy="${r(y)}" rx="${r(rx)}" ry="${r(ry)}"`, fill, look);
  }

  /** Light that falls off to nothing at its rim. */
  glow(x: number, y: number, radius: number, colour: string, opacity = 1, flat = 1): this {
    const fill = this.#define(
      `glow${colour}`,
      (id) =>
        `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}"/><stop offset=".35" stop-color="${colour}" stop-opacity=".5"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
    );
    return this.oval(x, y, radius, radius * flat, fill, { opacity });
  }

  /** A ridge from edge to edge: `rough` 0 is a hill, 1 a range. Everything under it is filled. */
  ridge(y: number, height: number, rough: number, fill: string, look: Look = {}): Point[] {
    const line = this.skyline(y, height, rough);
    this.shape(
      [[-MARGIN, HEIGHT + MARGIN], ...line, [WIDTH + MARGIN, HEIGHT + MARGIN]],
      fill,
      look,
    );
    return line;
  }

  /** The line of a ridge, by halving it again and again. */
  skyline(y: number, height: number, rough: number): Point[] {
    let line: Point[] = [
      [-MARGIN, y + this.between(-0.5, 0.5) * height],
      [WIDTH + MARGIN, y + this.between(-0.5, 0.5) * height],
    ];
    let reach = height;
    for (let depth = 0; depth < 8; depth += 1) {
      line = line.flatMap((from, n) => {
        const to = line[n + 1];
        if (!to) return [from];
        const x = (from[0] + to[0]) / 2 + this.between(-0.15, 0.15) * (to[0] - from[0]);
        const middle: Point = [x, (from[1] + to[1]) / 2 + this.between(-0.5, 0.5) * reach];
        return [from, middle];
      });
      reach *= 0.34 + rough * 0.22;
    }
    return line;
  }

  /** Strokes of a dry brush, more or less level, inside a box. */
  strokes(
    [x, y, w, h]: readonly [number, number, number, number],
    colours: readonly [string, ...string[]],
    count: number,
    { length = 200, width = 6, opacity = 0.3, slope = 0 } = {},
  ): this {
    for (let n = 0; n < count; n += 1) {
      const from = [this.between(x, x + w), this.between(y, y + h)] as const;
      const reach = length * this.between(0.3, 1);
      const to = [from[0] + reach, from[1] + reach * slope + this.between(-4, 4)] as const;
      const look = { opacity: opacity * this.between(0.4, 1) };
      this.line([from, to], this.pick(colours), width * this.between(0.4, 1.2), look);
    }
    return this;
  }

  /** A standing person, seen from afar, feet at x and y. */
  figure(
    x: number,
    y: number,
    height: number,
    coat: string,
    { head = '#c79f80', legs = '#26242a', hair = '', lean = 0 } = {},
  ): this {
    const u = height / 8;
    const top = y - height;
    return this.shape(
      [
        [x - 0.75 * u, y],
        [x - 0.9 * u, y - 3.6 * u],
        [x + 0.9 * u, y - 3.6 * u],
        [x + 0.75 * u, y],
        [x + 0.15 * u, y],
        [x, y - 2.6 * u],
        [x - 0.15 * u, y],
      ],
      legs,
    )
      .path(
        `M${r(x - 1.05 * u)} ${r(y - 2.7 * u)} C${r(x - 1.5 * u)} ${r(y - 5 * u)} ${r(x - 1.3 * u + lean)} ${r(y - 6.6 * u)} ${r(x + lean)} ${r(y - 6.8 * u)} C${r(x + 1.3 * u + lean)} ${r(y - 6.6 * u)} ${r(x + 1.5 * u)} ${r(y - 5 * u)} ${r(x + 1.05 * u)} ${r(y - 2.7 * u)}Z`,
        coat,
      )
      .oval(x + lean, top + 0.75 * u, 0.6 * u, 0.75 * u, head)
      .path(
        `M${r(x - 0.66 * u + lean)} ${r(top + 0.8 * u)} a${r(0.66 * u)} ${r(0.8 * u)} 0 0 1 ${r(1.32 * u)} 0 l${r(-0.1 * u)} ${r(-0.1 * u)} h${r(-1.1 * u)}Z`,
        hair || this.pick(['#2a2422', '#5a4030', '#8a6a48', '#9a938c', '#3f3a44']),
      );
  }

  /** What is painted in `work` is put on at the very end, with a brush too fine to blur it. */
  fine(work: () => void): this {
    const broad = this.#marks;
    this.#marks = this.#sparks;
    work();
    this.#marks = broad;
    return this;
  }

  /** The picture, or its fine marks alone, as SVG. */
  svg(layer: 'broad' | 'fine' = 'broad'): string {
    const marks = layer === 'broad' ? this.#marks : this.#sparks;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}" width="${WIDTH + 2 * MARGIN}" height="${HEIGHT + 2 * MARGIN}"><defs>${[...this.#definitions.values()].join('')}</defs>${marks.join('')}</svg>`;
  }

  #mark(start: string, fill: string, { opacity, blur, stroke, width, turn }: Look): this {
    const parts = [start, ` fill="${fill}"`];
    if (opacity !== undefined) parts.push(` opacity="${opacity.toFixed(3)}"`);
    if (stroke) parts.push(` stroke="${stroke}" stroke-width="${r(width ?? 2)}"`);
    if (stroke) parts.push(' stroke-linecap="round" stroke-linejoin="round"');
    if (turn) parts.push(` transform="${turn}"`);
    if (blur) parts.push(` filter="${this.#blur(blur)}"`);
    this.#marks.push(`${parts.join('')}/>`);
    return this;
  }

  #blur(amount: number): string {
    return this.#define(
      `blur${amount}`,
      (id) =>
        `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${amount}"/></filter>`,
    );
  }

  #define(key: string, make: (id: string) => string): string {
    const known = this.#definitions.get(key);
    const id = known ? /id="([^"]+)"/.exec(known)?.[1] : `d${this.#definitions.size}`;
    if (!known) this.#definitions.set(key, make(`d${this.#definitions.size}`));
    return `url(#${id})`;
  }
}

function r(value: number): string {
  return value.toFixed(1);
}
