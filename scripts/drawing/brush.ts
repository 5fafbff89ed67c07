import sharp, { type Sharp } from 'sharp';
import { HEIGHT, MARGIN, type Painting, seeded, WIDTH } from '#scripts/drawing/paint.ts';

const PIXELS = WIDTH * HEIGHT;
/** Half the width of the brush. */
const RADIUS = 5;

/**
 * Turns clean shapes into something painted: the edges are shaken, the flat places get the uneven
 * colour of a wash, and a Kuwahara filter pulls all of it together into strokes.
 */
export async function brush(painting: Painting, seed: number): Promise<Sharp> {
  const data = await cut(painting.svg()).removeAlpha().raw().toBuffer();
  const shaken = shake(data, seed);
  wash(shaken, seed);
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  const fine = await cut(painting.svg('fine')).png().toBuffer();
  return sharp(kuwahara(shaken, RADIUS), { raw }).composite([{ input: fine }]);
}

function cut(svg: string): Sharp {
  const inside = { left: MARGIN, top: MARGIN, width: WIDTH, height: HEIGHT };
  return sharp(Buffer.from(svg), { density: 72 }).extract(inside);
}

/** A field of soft noise from -1 to 1 whose waves are about `size` pixels long. */
function noise(seed: number, size: number): (x: number, y: number) => number {
  const random = seeded(seed);
  const columns = Math.ceil(WIDTH / size) + 2;
  const rows = Math.ceil(HEIGHT / size) + 2;
  const grid = Float32Array.from({ length: columns * rows }, () => random() * 2 - 1);
  const smooth = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
    const [u, v] = [smooth(x / size - column), smooth(y / size - row)];
    const at = (c: number, r: number) => grid[(row + r) * columns + column + c] ?? 0;
    return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
  };
}

function shake(from: Buffer, seed: number): Buffer {
  const to = Buffer.alloc(PIXELS * 3);
  const [bendX, bendY] = [noise(seed + 1, 34), noise(seed + 2, 34)];
  const [fineX, fineY] = [noise(seed + 3, 9), noise(seed + 4, 9)];
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const sx = clamp(Math.round(x + bendX(x, y) * 3.2 + fineX(x, y) * 1.8), WIDTH - 1);
      const sy = clamp(Math.round(y + bendY(x, y) * 3.2 + fineY(x, y) * 1.8), HEIGHT - 1);
      from.copy(to, (y * WIDTH + x) * 3, (sy * WIDTH + sx) * 3, (sy * WIDTH + sx) * 3 + 3);
    }
  }
  return to;
}

function wash(data: Buffer, seed: number): void {
  const random = seeded(seed + 9);
  const [wide, middle, level] = [noise(seed + 5, 220), noise(seed + 6, 48), noise(seed + 7, 14)];
  const warm = noise(seed + 8, 90);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      // The brush goes from side to side: the finest unevenness is longer than it is high.
      const light =
        wide(x, y) * 5 + middle(x, y) * 5 + level(x * 0.3, y) * 8 + (random() - 0.5) * 14;
      const tint = warm(x, y) * 4;
      const at = (y * WIDTH + x) * 3;
      data[at] = clamp((data[at] ?? 0) + light + tint, 255);
      data[at + 1] = clamp((data[at + 1] ?? 0) + light, 255);
      data[at + 2] = clamp((data[at + 2] ?? 0) + light - tint, 255);
    }
  }
}

/** Each pixel takes the mean of the calmest of the four squares that it is a corner of. */
function kuwahara(data: Buffer, radius: number): Buffer {
  const stride = WIDTH + 1;
  const [sums, squares] = [0, 1].map(() => new Float64Array(stride * (HEIGHT + 1)));
  const colours = [0, 1, 2].map(() => new Float64Array(stride * (HEIGHT + 1)));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = (y * WIDTH + x) * 3;
      const rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0] as const;
      const light = 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2];
      add(sums, x, y, light);
      add(squares, x, y, light * light);
      for (const [channel, table] of colours.entries()) add(table, x, y, rgb[channel] ?? 0);
    }
  }
  const painted = Buffer.alloc(PIXELS * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let calmest = Number.POSITIVE_INFINITY;
      const best = [0, 0, 0];
      for (const [left, top] of [
        [-radius, -radius],
        [0, -radius],
        [-radius, 0],
        [0, 0],
      ] as const) {
        const x0 = Math.max(0, x + left);
        const y0 = Math.max(0, y + top);
        const x1 = Math.min(WIDTH, x + left + radius + 1);
        const y1 = Math.min(HEIGHT, y + top + radius + 1);
        const count = (x1 - x0) * (y1 - y0);
        const mean = box(sums, x0, y0, x1, y1) / count;
        const variance = box(squares, x0, y0, x1, y1) / count - mean * mean;
        if (variance >= calmest) continue;
        calmest = variance;
        for (const [channel, table] of colours.entries()) {
          best[channel] = box(table, x0, y0, x1, y1) / count;
        }
      }
      for (let channel = 0; channel < 3; channel += 1) {
        painted[(y * WIDTH + x) * 3 + channel] = Math.round(best[channel] ?? 0);
      }
    }
  }
  return painted;
}

/** Sums of everything above and to the left, so that the sum of any box is four look-ups. */
function add(table: Float64Array | undefined, x: number, y: number, value: number): void {
  if (!table) return;
  const stride = WIDTH + 1;
  const at = (y + 1) * stride + x + 1;
  table[at] =
    value + (table[at - 1] ?? 0) + (table[at - stride] ?? 0) - (table[at - stride - 1] ?? 0);
}

function box(
  table: Float64Array | undefined,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  if (!table) return 0;
  const stride = WIDTH + 1;
  const at = (x: number, y: number) => table[y * stride + x] ?? 0;
  return at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0);
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}
