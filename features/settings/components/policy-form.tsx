'use client';

import { TextArea } from '#components/controls/field.tsx';
import { commentPolicyAction } from '#features/settings/actions.ts';
import { SettingsForm } from '#features/settings/components/settings-form.tsx';

export function PolicyForm({ policy }: { policy: string }) {
  return (
    <SettingsForm action={commentPolicyAction}>
      {(wrong) => (
        <TextArea
          label="What we ask of those who comment"
          name="commentPolicy"
          rows={6}
          defaultValue={policy}
          error={wrong.commentPolicy}
          hint="Shown above the form for a comment. A blank line begins a paragraph. Empty: nothing is shown."
        />
      )}
    </SettingsForm>
  );
}
