import { type PictureView, widthsOf } from '#features/media/views.ts';
import { mediaPath } from '#lib/paths.ts';

type Shown = Pick<PictureView, 'id' | 'width' | 'height' | 'alt'> &
  Partial<Pick<PictureView, 'focalX' | 'focalY'>>;

type Props = {
  picture: Shown;
  /** How wide it stands on the page, as the `sizes` attribute says it. */
  sizes: string;
  /** The one picture that is seen first: loaded at once, before others. */
  first?: boolean;
  className?: string;
};

/** A picture of ours, in the size that the reader's screen needs. */
export function Picture({ picture, sizes, first = false, className = '' }: Props) {
  const { id, width, height, alt, focalX = 0.5, focalY = 0.5 } = picture;
  const widths = widthsOf(width);
  return (
    // biome-ignore lint/performance/noImgElement: every size was made when the picture came in
    <img
      alt={alt}
      className={`${focalClass(focalX, focalY)} ${className}`.trim()}
      decoding={first ? 'sync' : 'async'}
      fetchPriority={first ? 'high' : undefined}
      height={height}
      loading={first ? 'eager' : 'lazy'}
      sizes={sizes}
      src={mediaPath(id, widths.findLast((each) => each <= 960) ?? widths[0] ?? width)}
      srcSet={widths.map((each) => `${mediaPath(id, each)} ${each}w`).join(', ')}
      width={width}
    />
  );
}

// Classes and not a style attribute, which the readers' security policy forbids. A crop keeps the
// third of the picture that the focal point is in.
const FOCAL = [
  ['object-left-top', 'object-top', 'object-right-top'],
  ['object-left', 'object-center', 'object-right'],
  ['object-left-bottom', 'object-bottom', 'object-right-bottom'],
] as const;

function focalClass(x: number, y: number): string {
  const third = (part: number) => Math.min(2, Math.floor(part * 3));
  return FOCAL[third(y)]?.[third(x)] ?? 'object-center';
}
