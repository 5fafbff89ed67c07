'use client';

import { Dialog } from '#components/controls/dialog.tsx';

const KEYS: readonly (readonly [what: string, keys: readonly string[]])[] = [
  ['Next comment, comment before', ['J', 'K']],
  ['Approve', ['A']],
  ['Reject, then the number of the rule', ['R', '1–9']],
  ['Reject as spam', ['S']],
  ['Set aside, with a note for the other moderators', ['H']],
  ['Take the last decision back, and the one before it', ['U']],
  ['Choose, to decide about several at once', ['X']],
  ['Note for the other moderators', ['N']],
  ['Ban the writer', ['B']],
  ['Search', ['/']],
  ['These keys', ['?']],
];

export function QueueKeys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="queue-keys">
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
