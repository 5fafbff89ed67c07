import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { drawingOf } from '#features/media/drawing.ts';
import type { Logo } from '#features/site/views.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { storage } from '#lib/storage.ts';

type Drawn = Omit<Logo, 'file'> & { type: 'svg' | 'png'; bytes: Uint8Array };

/** Sharp on every screen at the height that a masthead has. */
const MAX = { width: 1200, height: 300 };
const MAX_PIXELS = 20_000_000;

const siteKey = (file: string) => `site/${file}`;

/** A logo as it is served: an SVG drawn anew, or a PNG with nothing in it but the picture. */
export async function drawLogo(bytes: Uint8Array): Promise<Result<Drawn>> {
  const text = new TextDecoder().decode(bytes);
  if (/^\s*(?:<\?xml|<!--|<!DOCTYPE|<svg)/i.test(text)) {
    const drawing = await drawingOf(bytes);
    return drawing.ok
      ? ok({ type: 'svg', bytes: drawing.value, ...sizeOf(drawing.value) })
      : drawing;
  }
  if (!isPicture(bytes)) return notLogo();
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1 })
      .autoOrient()
      .resize({ ...MAX, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true });
    return ok({ type: 'png', bytes: data, width: info.width, height: info.height });
  } catch {
    return notLogo();
  }
}

/** As the drawing says it, which always does. */
function sizeOf(drawing: Buffer): { width: number; height: number } {
  const root = drawing.toString('utf8').split('>', 1)[0] ?? '';
  const [width = 1, height = 1] = ['width', 'height'].map((name) =>
    Number(new RegExp(`\\s${name}="(\\d+)"`).exec(root)?.[1] ?? 1),
  );
  return { width, height };
}

/** By their first bytes, so that no other decoder is ever asked. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  return /^(?:89504e470d0a1a0a|ffd8ff|52494646.{8}57454250)/.test(head);
}

function notLogo() {
  return refuse('invalid', 'This is not an SVG, PNG, JPEG or WebP picture, or it is damaged.');
}

/** The name is made from what is in it, so that an address always shows the same. */
export async function keepLogo({ type, bytes, width, height }: Drawn): Promise<Logo> {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  const file = `logo-${digest}.${type}`;
  await storage().put(siteKey(file), bytes);
  return { file, width: Math.round(width), height: Math.round(height) };
}

const FILE = /^logo-[0-9a-f]{24}\.(svg|png)$/;

/** A logo's file by its name; null for whatever is none. */
export async function readLogo(file: string): Promise<{ bytes: Buffer; type: string } | null> {
  const ending = FILE.exec(file)?.[1];
  const bytes = ending ? await storage().get(siteKey(file)) : null;
  return bytes && { bytes, type: ending === 'svg' ? 'image/svg+xml' : 'image/png' };
}
