'use client';

import { Dialog } from '#components/controls/dialog.tsx';
import { RuleChooser } from '#features/moderation/components/rule-chooser.tsx';

type Props = {
  many: number;
  asking: boolean;
  onAsk: (open: boolean) => void;
  onApprove: () => void;
  onAside: () => void;
  onReject: (rule: string, reason?: string) => void;
  onAll: () => void;
  onNone: () => void;
};

/** What can be done with the chosen comments, all at once. */
export function ChosenBar({
  many,
  asking,
  onAsk,
  onApprove,
  onAside,
  onReject,
  onAll,
  onNone,
}: Props) {
  const words = many === 1 ? '1 comment' : `${many} comments`;
  return (
    <div className="bulk" role="toolbar" aria-label="Chosen comments">
      <output className="tabular-nums">{words} chosen</output>
      <button type="button" className="button control-small" onClick={onApprove}>
        Approve
      </button>
      <button type="button" className="button control-small" onClick={() => onAsk(true)}>
        Reject…
      </button>
      <button type="button" className="button control-small" onClick={() => onReject('spam')}>
        Spam
      </button>
      <button type="button" className="button control-small" onClick={onAside}>
        Set aside
      </button>
      <button type="button" className="button button-bare control-small" onClick={onAll}>
        Choose all here
      </button>
      <button type="button" className="button button-bare control-small" onClick={onNone}>
        Choose none
      </button>
      {asking && (
        <Dialog title={`Reject ${words}`} onClose={() => onAsk(false)}>
          <RuleChooser id="chosen" onChoose={onReject} onCancel={() => onAsk(false)} />
        </Dialog>
      )}
    </div>
  );
}
