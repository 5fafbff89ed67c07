import sharp, { type Metadata, type Sharp } from 'sharp';
import { MAX_PIXELS } from '#features/media/input.ts';
import { SHARED_WIDTH, widthsOf } from '#features/media/views.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif';

export type Developed = {
  type: PictureType;
  width: number;
  height: number;
  placeholder: string;
  /** The files to serve, by the last part of their address. */
  renditions: { file: string; bytes: Buffer }[];
};

// Only the four decoders of what we take can be reached, whatever the bytes claim to be: no SVG, no
// PDF, nothing that runs a program or opens another file.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);

/** WebP cannot be taller, and no page wants it to be. */
const MAX_SIDE = 16_000;
const PLACEHOLDER_SIDE = 24;
const OPTIONS = { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 } as const;

/**
 * Makes everything that is ever served of a picture: upright, in sRGB, without a word of what the
 * camera wrote into it. Refuses what is not one of the four kinds, too large or damaged.
 */
export function develop(bytes: Uint8Array): Promise<Result<Developed>> {
  const turn = lastInQueue.then(() => developNow(bytes));
  lastInQueue = turn.catch(() => undefined);
  return turn;
}

/** One at a time: a picture of fifty megapixels takes 200 MB while it is unpacked. */
let lastInQueue: Promise<unknown> = Promise.resolve();

async function developNow(bytes: Uint8Array): Promise<Result<Developed>> {
  const known = await inspect(bytes);
  if (!known.ok) return known;
  const { type, width, height } = known.value;
  try {
    const base = await unpack(bytes);
    const renditions = [];
    for (const size of widthsOf(width)) {
      const file = `${size}.webp`;
      renditions.push({ file, bytes: await base(size).webp({ quality: 76 }).toBuffer() });
    }
    const shared = base(SHARED_WIDTH).flatten({ background: '#fff' });
    renditions.push({
      file: `${SHARED_WIDTH}.jpg`,
      bytes: await shared.jpeg({ quality: 80, progressive: true }).toBuffer(),
    });
    return ok({ type, width, height, placeholder: await placeholderOf(base), renditions });
  } catch {
    return refused('This picture is damaged and cannot be read to its end.');
  }
}

async function inspect(
  bytes: Uint8Array,
): Promise<Result<Pick<Developed, 'type' | 'width' | 'height'>>> {
  let metadata: Metadata;
  try {
    // Reads the header only; how much it would unpack to is judged below, with a reason.
    metadata = await sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata();
  } catch {
    return refused('This is not a JPEG, PNG, WebP or AVIF picture.');
  }
  const type = typeOf(metadata);
  if (!type) return refused('This is not a JPEG, PNG, WebP or AVIF picture.');
  const { width, height } = metadata.autoOrient;
  if (width * height > MAX_PIXELS) {
    return refused(`This picture has more than ${MAX_PIXELS / 1_000_000} megapixels.`);
  }
  const tallest = Math.max(...widthsOf(width), SHARED_WIDTH);
  if (height * Math.min(1, tallest / width) > MAX_SIDE) {
    return refused('This picture is too tall for its width.');
  }
  return ok({ type, width, height });
}

function typeOf({ format, compression }: Metadata): PictureType | null {
  switch (format) {
    case 'jpeg':
    case 'png':
    case 'webp':
      return `image/${format}`;
    case 'heif':
      return compression === 'av1' ? 'image/avif' : null;
    default:
      return null;
  }
}

/** Unpacks once, at the largest size that is served; every rendition is drawn from that. */
async function unpack(bytes: Uint8Array): Promise<(width: number) => Sharp> {
  const { data, info } = await sharp(bytes, OPTIONS)
    .autoOrient()
    .resize({ width: 1920, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return (wanted) =>
    sharp(data, { raw: { width, height, channels } }).resize({
      width: wanted,
      withoutEnlargement: true,
    });
}

async function placeholderOf(base: (width: number) => Sharp): Promise<string> {
  const tiny = await base(PLACEHOLDER_SIDE)
    .resize({ width: PLACEHOLDER_SIDE, height: PLACEHOLDER_SIDE, fit: 'inside' })
    .webp({ quality: 20, effort: 6 })
    .toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}

function refused(why: string) {
  return refuse('invalid', why, { bytes: why });
}
