import { proofPath } from '#lib/paths.ts';

type Props = {
  picture: { id: string; version: number; width: number; height: number };
  alt?: string;
  className?: string;
};

/** A picture as the desk sees it: in one size, and also when readers may not see it any more. */
export function Proof({ picture, alt = '', className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: the darkroom makes the sizes
    <img
      alt={alt}
      className={className}
      decoding="async"
      draggable={false}
      height={picture.height}
      loading="lazy"
      src={`${proofPath(picture.id)}?v=${picture.version}`}
      width={picture.width}
    />
  );
}
