import { Proof } from '#features/media/components/proof.tsx';
import type { Likeness } from '#features/media/views.ts';
import { deskPicturePath } from '#lib/paths.ts';

/** What is in the library already and looks the same, so that nobody keeps it twice unknowingly. */
export function Likenesses({ likenesses }: { likenesses: Likeness[] }) {
  if (likenesses.length === 0) return null;
  const same = likenesses.some((one) => one.same);
  return (
    <div className="grid gap-2">
      <p className="notice">
        {same
          ? 'This very file is in the library already.'
          : 'It looks like what is there already.'}
      </p>
      <ul className="likenesses">
        {likenesses.map((one) => (
          <li key={one.id}>
            <a href={deskPicturePath(one.id)}>
              <Proof
                picture={{ ...one, width: 96, height: 64 }}
                alt={one.caption || one.alt || 'A picture without words'}
              />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
