import { Picture } from '#features/media/components/picture.tsx';
import type { PictureUse } from '#features/stories/views.ts';

type Props = { picture: PictureUse; sizes: string; first?: boolean; className?: string };

/** A picture with what it shows and who made it. */
export function Figure({ picture, sizes, first = false, className }: Props) {
  const { caption } = picture;
  const credit = picture.credit || picture.copyright;
  return (
    <figure className={className}>
      <Picture first={first} picture={picture} sizes={sizes} />
      {(caption || credit) && (
        <figcaption>
          {caption}
          {credit && <cite>{credit}</cite>}
        </figcaption>
      )}
    </figure>
  );
}
