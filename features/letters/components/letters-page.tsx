'use client';
// Drawn while HTML is written: no reader gets it as script. See docs/decisions/0003.

import type { LettersState } from '#features/letters/views.ts';
import { confirmPath, unsubscribePath } from '#lib/paths.ts';

/** Behind the link of a confirmation: a button, because programs that look after mail follow links. */
export function ConfirmPage({ state, token }: { state: LettersState; token: string }) {
  if (state === 'confirmed') {
    return (
      <div className="own-comment privacy">
        <h1>Your address is confirmed</h1>
        <p>
          Thank you. If you asked for letters about your comment, they come from now on, and each of
          them can end them again.
        </p>
      </div>
    );
  }
  return (
    <div className="own-comment privacy">
      <h1>Is this your address?</h1>
      <p>
        Somebody commented and gave the address that our letter went to. If it was you, say so. If
        it was not, close this page: nothing happens.
      </p>
      <form action={confirmPath(token)} method="post">
        <button type="submit">Yes, it is my address</button>
      </form>
    </div>
  );
}

/** Behind the link at the end of each letter. */
export function UnsubscribePage({ state, token }: { state: LettersState; token: string }) {
  const over = state === 'ended' || state === 'refused';
  return (
    <div className="own-comment privacy">
      <h1>{over ? 'No more letters' : 'Letters about your comments'}</h1>
      <p>{SAID[state]}</p>
      <form action={unsubscribePath(token)} className="acts" method="post">
        {!over && (
          <button name="act" type="submit" value="end">
            Send me no more letters
          </button>
        )}
        {state !== 'refused' && (
          <button className="quiet" name="act" type="submit" value="refuse">
            Never write to this address again
          </button>
        )}
        {state === 'refused' && (
          <button className="quiet" name="act" type="submit" value="allow">
            Letters may come again, if I ask for them
          </button>
        )}
      </form>
    </div>
  );
}

const SAID: Record<LettersState, string> = {
  unknown:
    'This address is not confirmed, so no letters but the question whether it is yours go to it. It can be kept from getting even that.',
  confirmed:
    'Letters come about the comments for which they were asked for. Here they end, and the address is forgotten with them.',
  ended:
    'No letters go to this address any more, and it is forgotten. If you comment again and ask for letters, they begin anew.',
  refused:
    'Nothing is ever mailed to this address again, whatever anybody types into a form, but the link to what we hold if you ask for it.',
};

/** A link that was used, or is too old, or never was. The three are not told apart. */
export function LinkOfNoUse({ onward }: { onward: string }) {
  return (
    <div className="own-comment privacy">
      <h1>This link is of no use any more</h1>
      <p>It was used, or its time is over.</p>
      <p>
        <a className="linked" href={onward}>
          Ask for a new one
        </a>
      </p>
    </div>
  );
}
