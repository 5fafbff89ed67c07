/** The ratios, width to height, that a picture is cut to; about its focal point. */
export const CROPS = {
  /** On cards, and where it stands beside few words on a narrow screen. */
  card: 3 / 2,
  square: 1,
  /** Search engines ask for these two besides the square one. */
  classic: 4 / 3,
  wide: 16 / 9,
  /** On other sites (https://ogp.me). */
  share: 1200 / 630,
} as const;

export type Crop = keyof typeof CROPS;

type Size = { width: number; height: number };
type Focal = { focalX: number; focalY: number };
type Box = Size & { left: number; top: number };

/**
 * The largest box of that ratio in the picture, with the focal point as near to its middle as the
 * picture's edges let it be. In the picture's own pixels, not rounded.
 */
export function cropBox(picture: Size & Focal, ratio: number): Box {
  const { width, height, focalX, focalY } = picture;
  const box =
    width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio };
  return {
    ...box,
    left: within(focalX * width - box.width / 2, width - box.width),
    top: within(focalY * height - box.height / 2, height - box.height),
  };
}

/** How `object-position` says the same, for a preview: in percent of what is left over. */
export function cropPosition(picture: Size & Focal, ratio: number): string {
  const { left, top, width, height } = cropBox(picture, ratio);
  const share = (at: number, over: number) => (over > 0 ? (at / over) * 100 : 50);
  const x = share(left, picture.width - width);
  const y = share(top, picture.height - height);
  return `${x.toFixed(2)}% ${y.toFixed(2)}%`;
}

function within(at: number, most: number): number {
  return Math.min(Math.max(at, 0), Math.max(most, 0));
}
