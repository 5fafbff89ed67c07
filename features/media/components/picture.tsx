import type { Cut, FileType } from '#features/media/renditions.ts';
import { cutSize, filePath, sharedPath, widthsOf } from '#features/media/renditions.ts';
import type { PictureView } from '#features/media/views.ts';

type Shown = Pick<PictureView, 'id' | 'width' | 'height' | 'alt'> &
  Partial<Pick<PictureView, 'version' | 'placeholder' | 'alpha' | 'moves' | 'drawing' | 'token'>>;

type Props = {
  picture: Shown;
  /** How wide it stands on the page, as the `sizes` attribute says it. */
  sizes: string;
  /** Cut to the ratio of a card; square on a narrow screen if it is small there. */
  cut?: 'full' | 'card' | 'small card';
  /** The one picture that is seen first: loaded at once, before others. */
  first?: boolean;
};

const NARROW = '(width < 36rem)';
const CALM = '(prefers-reduced-motion: reduce)';

/** A picture of ours in the kind and size that the reader's screen needs, with its shape held free. */
export function Picture({ picture, sizes, cut = 'full', first = false }: Props) {
  const { alt, placeholder, alpha, moves = false, drawing = false } = picture;
  const whole = cut === 'full';
  const { width, height } = cutSize(picture, whole ? 'full' : 'card');
  const image = (
    // biome-ignore lint/performance/noImgElement: the sizes are made by the darkroom
    <img
      alt={alt}
      decoding={first ? 'sync' : 'async'}
      fetchPriority={first ? 'high' : undefined}
      height={Math.round(height)}
      loading={first ? 'eager' : 'lazy'}
      src={
        drawing && whole
          ? filePath(picture, { cut: 'full', width: 0, type: 'svg' })
          : sharedPath(picture)
      }
      width={Math.round(width)}
    />
  );
  // A small one needs no more than twice its width.
  const most = cut === 'small card' ? 640 : Number.POSITIVE_INFINITY;
  const from = (of: Cut, type: FileType, media?: string) => (
    <source
      key={`${of} ${type}`}
      media={media}
      sizes={sizes}
      srcSet={sourceSet(picture, of, type, most)}
      type={`image/${type}`}
    />
  );
  const sources = whole
    ? [moves && from('still', 'webp', CALM), !moves && from('full', 'avif'), from('full', 'webp')]
    : [
        cut === 'small card' && from('square', 'avif', NARROW),
        cut === 'small card' && from('square', 'webp', NARROW),
        from('card', 'avif'),
        from('card', 'webp'),
      ];
  return (
    <span className="picture">
      {placeholder && !alpha && (
        <svg aria-hidden="true">
          <image
            height="100%"
            href={placeholder}
            preserveAspectRatio="xMidYMid slice"
            width="100%"
          />
        </svg>
      )}
      {drawing && whole ? (
        image
      ) : (
        <picture>
          {sources}
          {image}
        </picture>
      )}
    </span>
  );
}

function sourceSet(picture: Shown, cut: Cut, type: FileType, most: number): string {
  return widthsOf(cutSize(picture, cut).width, cut)
    .filter((width, at) => at === 0 || width <= most)
    .map((width) => `${filePath(picture, { cut, width, type })} ${width}w`)
    .join(', ');
}
