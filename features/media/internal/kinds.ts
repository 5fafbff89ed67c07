import type { PICTURE_TYPES } from '#db/schema/site.ts';

export type PictureType = (typeof PICTURE_TYPES)[number];

const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** What kind of picture the bytes are; null for anything else. A name or a header is not asked. */
export function kindOf(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'image/gif';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (text(bytes, 4, 8) === 'ftyp' && isAvif(bytes)) return 'image/avif';
  return isSvg(bytes) ? 'image/svg+xml' : null;
}

/** The brand itself, or among those that the file says it is compatible with. */
function isAvif(bytes: Uint8Array): boolean {
  const size = Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0);
  const brands: string[] = text(bytes, 8, Math.min(size, 64)).match(/.{4}/gs) ?? [];
  return brands.includes('avif') || brands.includes('avis');
}

const SVG =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:svg:)?svg[\s>]/i;
const BEGINNING = 8_192;

function isSvg(bytes: Uint8Array): boolean {
  return SVG.test(Buffer.from(bytes.subarray(0, BEGINNING)).toString('utf8'));
}
