import { DoorPage } from '#app/(desk)/desk/door-page.tsx';
import { signInPath } from '#lib/paths.ts';

/** For a link that was used, taken back, replaced or is too old: which of them is not said. */
export function LinkOfNoUse() {
  return (
    <DoorPage title="This link cannot be used">
      <p className="text-soft">
        It has been used, was replaced by a newer one, or is too old. An administrator can make
        another.
      </p>
      <p>
        <a href={signInPath()} className="link">
          Sign in
        </a>
      </p>
    </DoorPage>
  );
}
