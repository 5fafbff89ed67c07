import type { Sharp } from 'sharp';
import { CROPS, cropBox } from '#features/media/crops.ts';
import { withNotes } from '#features/media/drawing.ts';
import { opened } from '#features/media/internal/darkroom.ts';
import { withIim, xmpOf } from '#features/media/internal/writing.ts';
import type { Notes } from '#features/media/notes.ts';
import type { Rendition } from '#features/media/renditions.ts';

export type Negative = {
  /** The original; of an SVG what was left of it when it was cleaned. */
  bytes: Uint8Array;
  width: number;
  height: number;
  frames: number;
  focalX: number;
  focalY: number;
  notes: Notes;
};

/** What moves is asked to stop within this time, by WCAG 2.2.2; one run of it is always shown. */
const MAX_MOVING_MS = 5_000;

/**
 * One file of a picture: upright, in sRGB, cut about its focal point, with its notes and without a word
 * of what a camera wrote into it.
 */
export async function print(negative: Negative, wanted: Rendition): Promise<Buffer> {
  const { notes } = negative;
  const xmp = xmpOf(notes);
  if (wanted.type === 'svg') return withNotes(negative.bytes, xmp);
  const drawn = await sized(negative, wanted);
  const signed = xmp ? drawn.withXmp(xmp) : drawn;
  switch (wanted.type) {
    case 'avif':
      return signed.avif({ quality: 52, effort: 3 }).toBuffer();
    case 'webp':
      return signed.webp({ quality: 76 }).toBuffer();
    case 'jpg': {
      const jpeg = signed.flatten({ background: '#fff' }).jpeg({ quality: 80, progressive: true });
      return withIim(await jpeg.toBuffer(), notes);
    }
  }
}

async function sized(negative: Negative, { cut, width, type }: Rendition): Promise<Sharp> {
  const moves = negative.frames > 1 && cut === 'full' && type === 'webp';
  const upright = opened(negative.bytes, moves ? negative.frames : 1)
    .autoOrient()
    .toColourspace('srgb');
  if (moves) {
    const { delay = [] } = await opened(negative.bytes, negative.frames).metadata();
    const run = delay.reduce((sum, one) => sum + one, 0) || 1;
    const loop = Math.max(1, Math.floor(MAX_MOVING_MS / run));
    return upright.resize({ width, withoutEnlargement: true }).webp({ loop, delay });
  }
  if (cut === 'full' || cut === 'still') {
    return upright.resize({ width, withoutEnlargement: true });
  }
  // Made smaller first and cut afterwards: a JPEG is then never unpacked in its full size.
  const box = cropBox(negative, CROPS[cut]);
  const scale = Math.min(1, width / box.width);
  const whole = {
    width: Math.max(1, Math.round(negative.width * scale)),
    height: Math.max(1, Math.round(negative.height * scale)),
  };
  const size = {
    width: Math.min(whole.width, Math.max(1, Math.round(box.width * scale))),
    height: Math.min(whole.height, Math.max(1, Math.round(box.height * scale))),
  };
  return upright.resize({ ...whole, fit: 'fill' }).extract({
    left: Math.min(Math.round(box.left * scale), whole.width - size.width),
    top: Math.min(Math.round(box.top * scale), whole.height - size.height),
    ...size,
  });
}
