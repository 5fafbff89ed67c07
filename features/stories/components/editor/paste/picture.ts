import { PENDING } from '#features/stories/components/editor/convert.ts';

const DATA = /^data:image\/(png|jpe?g|webp|avif);base64,/i;

let count = 0;

/** An id that only this page knows, until the library has given one. */
export function pendingPicture(): string {
  count += 1;
  return `${PENDING}${count}`;
}

/** A picture that came along whole with what was pasted. */
export function pictureIn(image: Element): { id: string; data: string; alt: string } | null {
  const src = image.getAttribute('src') ?? '';
  if (!DATA.test(src)) return null;
  const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim().slice(0, 500);
  return { id: pendingPicture(), data: src, alt };
}

/** Counts readers or draws a line: nobody misses it. */
export function isSmall(image: Element): boolean {
  const sides = ['width', 'height'].map((name) => Number(image.getAttribute(name) ?? 100));
  return sides.some((side) => side <= 3);
}

/** The bytes of a `data:` address: fetching it is not allowed by the desk's policy. */
export function fileOf(data: string): File | null {
  const match = DATA.exec(data);
  if (!match) return null;
  try {
    const bytes = Uint8Array.from(atob(data.slice(match[0].length)), (sign) => sign.charCodeAt(0));
    const type = `image/${match[1]?.toLowerCase().replace('jpg', 'jpeg')}`;
    return new File([bytes], `pasted.${type.slice(6)}`, { type });
  } catch {
    return null;
  }
}
