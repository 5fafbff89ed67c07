import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { drawingOf } from '#features/media/drawing.ts';
import { MAX_FRAMES, MAX_PIXELS } from '#features/media/input.ts';
import { kindOf, type PictureType } from '#features/media/internal/kinds.ts';
import { fingerprintOf, GREY_SIDE } from '#features/media/internal/likeness.ts';
import { inTurn } from '#features/media/internal/queue.ts';
import { type Found, readNotes } from '#features/media/internal/reading.ts';
import { SHARED_WIDTH, widthsOf } from '#features/media/renditions.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

export type Developed = {
  type: PictureType;
  width: number;
  height: number;
  frames: number;
  alpha: boolean;
  placeholder: string;
  fingerprint: string;
  found: Found;
  /** Of an SVG, what is left of it when everything that could act is gone. */
  drawing: Buffer | null;
};

// Only the decoders of what we take can be reached, whatever the bytes claim to be: no PDF, nothing
// that runs a program or opens another file. SVG comes in cleaned only: see `drawing.ts`.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadSvgBuffer',
  ],
});
sharp.cache(false);
// Readers are served by the other core meanwhile.
sharp.concurrency(1);

/** WebP cannot be taller, and no page wants it to be. */
const MAX_SIDE = 16_000;
const PLACEHOLDER_SIDE = 16;
const OPTIONS = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;
const FORMATS: Record<PictureType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};

/** How an original is opened: its first frame, or all of them. */
export function opened(bytes: Uint8Array, frames = 1): ReturnType<typeof sharp> {
  const options: SharpOptions = { ...OPTIONS, pages: Math.max(frames, 1) };
  return sharp(bytes, options);
}

/**
 * Looks a picture through to its last pixel, and reads what it says of itself. Refuses what is none of
 * the kinds that are taken, too large or damaged. Its files are made when somebody asks for them.
 */
export function develop(bytes: Uint8Array): Promise<Result<Developed>> {
  return inTurn(() => developNow(bytes));
}

async function developNow(bytes: Uint8Array): Promise<Result<Developed>> {
  const type = kindOf(bytes);
  if (!type) return refused('This is not a JPEG, PNG, WebP, AVIF, GIF or SVG picture.');
  let pixels = bytes;
  let drawing: Buffer | null = null;
  if (type === 'image/svg+xml') {
    const drawn = await drawingOf(bytes);
    if (!drawn.ok) return refused(drawn.why);
    pixels = drawing = drawn.value;
  }
  const known = await inspect(pixels, type);
  if (!known.ok) return known;
  const { metadata, ...facts } = known.value;
  try {
    const { data, info } = await opened(pixels)
      .autoOrient()
      .resize({ width: 640, height: 640, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    // The frames after the first are looked at too: the last may be cut off.
    if (facts.frames > 1) await opened(pixels, facts.frames).stats();
    const base = () =>
      sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    const seen = await base().stats();
    const tiny = await base()
      .flatten({ background: '#fff' })
      .resize({ width: PLACEHOLDER_SIDE, height: PLACEHOLDER_SIDE, fit: 'inside' })
      .webp({ quality: 20, effort: 6 })
      .toBuffer();
    const grey = await base()
      .flatten({ background: '#fff' })
      .resize({ width: GREY_SIDE, height: GREY_SIDE, fit: 'fill' })
      .greyscale()
      .raw()
      .toBuffer();
    return ok({
      type,
      ...facts,
      alpha: !seen.isOpaque,
      placeholder: `data:image/webp;base64,${tiny.toString('base64')}`,
      fingerprint: fingerprintOf(grey),
      found: readNotes(bytes, metadata),
      drawing,
    });
  } catch {
    return refused('This picture is damaged and cannot be read to its end.');
  }
}

type Inspected = Pick<Developed, 'width' | 'height' | 'frames'> & { metadata: Metadata };

async function inspect(bytes: Uint8Array, type: PictureType): Promise<Result<Inspected>> {
  let metadata: Metadata;
  try {
    // Reads the header only; how much it would unpack to is judged below, with a reason.
    metadata = await sharp(bytes, { ...OPTIONS, limitInputPixels: false, pages: -1 }).metadata();
  } catch {
    return refused('This picture is damaged and cannot be read.');
  }
  if (metadata.format !== FORMATS[type])
    return refused('This picture is damaged and cannot be read.');
  const frames = type === 'image/avif' ? 1 : (metadata.pages ?? 1);
  const { width } = metadata.autoOrient;
  const height = frames > 1 ? (metadata.pageHeight ?? 0) : metadata.autoOrient.height;
  if (width * height * frames > MAX_PIXELS) {
    const all = frames > 1 ? ' in all its frames' : '';
    return refused(`This picture has more than ${MAX_PIXELS / 1_000_000} megapixels${all}.`);
  }
  if (frames > MAX_FRAMES) return refused(`This picture has more than ${MAX_FRAMES} frames.`);
  const tallest = Math.max(...widthsOf(width), SHARED_WIDTH);
  if (height * Math.min(1, tallest / width) > MAX_SIDE) {
    return refused('This picture is too tall for its width.');
  }
  return ok({ width, height, frames, metadata });
}

function refused(why: string) {
  return refuse('invalid', why, { bytes: why });
}
