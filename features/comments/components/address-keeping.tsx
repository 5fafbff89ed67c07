import type { AddressKeeping } from '#features/site/views.ts';
import { commentPrivacyPath } from '#lib/paths.ts';

type Props = { addresses: AddressKeeping };

/** What is kept of whoever comments, for how long, and who sees it: in a sentence, under the form. */
export function KeepingNote({ addresses }: Props) {
  return (
    <p className="meta">
      {keepingOf(addresses)}{' '}
      <a className="linked" href={commentPrivacyPath()}>
        What is kept, and how you see or erase it
      </a>
    </p>
  );
}

export function keepingOf({ keep, days }: AddressKeeping): string {
  switch (keep) {
    case 'none':
      return 'We ask for no address: what you write and the name that you give are all there is.';
    case 'verify':
      return 'Your address is sealed on arrival, used once to ask whether it is yours, and then forgotten. No page shows it, not even to our staff.';
    case 'notify':
      return `Your address is sealed on arrival and kept until ${daysOf(days)} after your last comment, or until you want no more letters. No page shows it, not even to our staff.`;
  }
}

export function daysOf(days: number): string {
  return days === 1 ? 'a day' : `${days} days`;
}

/** Asks for letters. They begin once the address is confirmed, and nobody gets one unasked. */
export function NotifyBox({ addresses, asked = false }: Props & { asked?: boolean | undefined }) {
  if (addresses.keep !== 'notify') return null;
  return (
    <p className="check">
      <input
        aria-describedby="comment-notify-hint"
        defaultChecked={asked}
        id="comment-notify"
        name="notify"
        type="checkbox"
      />
      <label htmlFor="comment-notify">Mail me what becomes of it, and the answers to it</label>{' '}
      <span className="meta" id="comment-notify-hint">
        You confirm your address first. Each letter can end them.
      </span>
    </p>
  );
}
