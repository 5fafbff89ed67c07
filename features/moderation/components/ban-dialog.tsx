'use client';

import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { SelectField, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { banAction } from '#features/moderation/actions.ts';
import { HOUSE_RULES } from '#features/screening/rules.ts';

const WHERE = [
  { value: 'thread', name: 'In this conversation' },
  { value: 'site', name: 'On the whole site' },
];

const TIMES = [
  { value: 'day', name: 'A day' },
  { value: 'week', name: 'A week' },
  { value: 'month', name: '30 days' },
  { value: 'ever', name: 'Until somebody lifts it' },
];

type Props = { commentId: string; name: string; onClose: () => void };

/** Shuts somebody out, by what only the store of addresses can match. */
export function BanDialog({ commentId, name, onClose }: Props) {
  const { state, ready, pending, onSubmit } = useForm(banAction, async () => {
    onClose();
    return undefined;
  });
  const wrong = state.fields;
  return (
    <Dialog title={`Ban ${name}`} onClose={onClose}>
      <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
        <p className="text-soft">
          What this person sends from now on is rejected. Nobody sees the address: the ban is told
          on the page behind the writer’s own link, and the form answers as it does to everybody.
        </p>
        <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
        <input type="hidden" name="commentId" value={commentId} />
        <SelectField
          id="ban-scope"
          label="Where"
          name="scope"
          defaultValue="thread"
          error={wrong.scope}
        >
          {WHERE.map(({ value, name: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="ban-time"
          label="For how long"
          name="time"
          defaultValue="week"
          error={wrong.time}
        >
          {TIMES.map(({ value, name: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="ban-rule"
          label="Rule"
          name="rule"
          defaultValue="insult"
          error={wrong.rule}
        >
          {HOUSE_RULES.map(({ rule, name: words }) => (
            <option key={rule} value={rule}>
              {words}
            </option>
          ))}
        </SelectField>
        <TextField
          id="ban-reason"
          label="Words for the writer (optional)"
          name="reason"
          maxLength={500}
          autoComplete="off"
          error={wrong.reason}
        />
        <DialogActs act="Ban" danger disabled={!ready || pending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
