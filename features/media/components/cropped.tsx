import { Proof } from '#features/media/components/proof.tsx';
import { CROPS, type Crop, cropPosition } from '#features/media/crops.ts';
import type { PictureView } from '#features/media/views.ts';

type Props = { picture: PictureView; crop: Crop; className?: string };

/** What the darkroom will cut, to the pixel: the same sum says both. For the desk. */
export function Cropped({ picture, crop, className = '' }: Props) {
  const style = { aspectRatio: CROPS[crop], '--at': cropPosition(picture, CROPS[crop]) };
  return (
    <span className={`crop ${className}`.trim()} style={style as never}>
      <Proof picture={picture} />
    </span>
  );
}
