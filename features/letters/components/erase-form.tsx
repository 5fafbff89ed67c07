'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import type { ERASING } from '#features/letters/views.ts';
import { heldPath } from '#lib/paths.ts';

type Texts = (typeof ERASING)[number];
type Props = { token: string; typed?: string | undefined; wrong?: Record<string, string> };

const WAYS: readonly { texts: Texts; name: string; means: string }[] = [
  {
    texts: 'kept',
    name: 'Forget me, and leave my comments',
    means:
      'The address and all that ties your comments together are gone. What you wrote stays under the name that you gave.',
  },
  {
    texts: 'removed',
    name: 'Forget me, and take my comments away',
    means:
      'Their words and names are gone as well, in each of their versions. Where somebody answered one, it says that it was removed at the author’s request, and the answers stay.',
  },
];

/** The last word about what is held. It needs no script: that one is sure is a box to tick. */
export function EraseForm({ token, typed, wrong = {} }: Props) {
  return (
    <form action={heldPath(token)} className="reply" method="post" noValidate>
      <fieldset>
        <legend>What becomes of your comments</legend>
        {WAYS.map(({ texts, name, means }) => (
          <p className="check" key={texts}>
            <input
              aria-describedby={`erase-${texts}-hint`}
              defaultChecked={typed === texts}
              id={`erase-${texts}`}
              name="texts"
              type="radio"
              value={texts}
            />
            <label htmlFor={`erase-${texts}`}>{name}</label>{' '}
            <span className="meta" id={`erase-${texts}-hint`}>
              {means}
            </span>
          </p>
        ))}
        {wrong.texts && <p className="wrong">{wrong.texts}</p>}
      </fieldset>
      <p className="check">
        <input
          aria-describedby={wrong.sure ? 'erase-sure-wrong' : undefined}
          aria-invalid={wrong.sure ? true : undefined}
          id="erase-sure"
          name="sure"
          type="checkbox"
        />
        <label htmlFor="erase-sure">I am sure. Nobody can bring it back, not even we.</label>
      </p>
      {wrong.sure && (
        <p className="wrong" id="erase-sure-wrong">
          {wrong.sure}
        </p>
      )}
      <p>
        <button className="danger" type="submit">
          Erase it
        </button>
      </p>
    </form>
  );
}
