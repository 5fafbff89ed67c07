import { Proof } from '#features/media/components/proof.tsx';
import type { LibraryPicture } from '#features/media/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deskPicturePath } from '#lib/paths.ts';

/** The pictures of the library, each a way to all that is known of it. */
export function LibraryGrid({
  pictures,
  timeZone,
}: {
  pictures: LibraryPicture[];
  timeZone: string;
}) {
  return (
    <ul className="pictures pictures-large">
      {pictures.map((picture) => (
        <li key={picture.id} data-ended={picture.ended || undefined}>
          <figure className="grid gap-1">
            <Proof picture={picture} alt={picture.alt} />
            <figcaption className="text-note">
              <a href={deskPicturePath(picture.id)} className="picture-name line-clamp-2">
                {picture.caption || picture.alt || <em>{picture.name || 'No words yet'}</em>}
              </a>
              <span className="block text-soft">{picture.credit || 'No credit'}</span>
              <span className="block text-soft tabular-nums">
                {picture.drawing ? 'SVG' : `${picture.width} × ${picture.height}`}
                {picture.moves && ', moves'}
              </span>
              <Marks picture={picture} timeZone={timeZone} />
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}

function Marks({ picture, timeZone }: { picture: LibraryPicture; timeZone: string }) {
  const { until, ended, likenesses, alt } = picture;
  const same = likenesses.filter((one) => one.same).length;
  return (
    <>
      {!alt && <span className="block text-danger">No alt text</span>}
      {until && (
        <span className={ended ? 'block text-danger' : 'block text-soft'}>
          {ended ? 'Not shown since ' : 'Until '}
          {dateAndTime(until, { timeZone, language: 'en' })}
        </span>
      )}
      {likenesses.length > 0 && (
        <span className="block text-soft">
          {same > 0 ? 'The same file is here' : 'Looks like'}{' '}
          {same > 0 && likenesses.length === 1 ? 'twice' : `${likenesses.length} more`}
        </span>
      )}
    </>
  );
}
