'use client';

import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { answerAction } from '#features/comments/actions.ts';

/** The newsroom answers a reader, under the name of whoever is signed in. It appears at once. */
export function AnswerForm({
  storyId,
  parentId,
  onClose,
}: {
  storyId: string;
  parentId: string;
  onClose: () => void;
}) {
  const { state, ready, pending, onSubmit } = useForm(answerAction, async () => {
    onClose();
    return undefined;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-2" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="parentId" value={parentId} />
      <TextArea
        id={`${parentId}-answer`}
        name="text"
        label="Your answer"
        hint="Everybody sees it at once, with your name and that you are of the staff."
        rows={4}
        autoFocus
        error={state.fields.text}
      />
      <p className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary" disabled={!ready || pending}>
          Answer
        </button>
        <button type="button" className="button" onClick={onClose}>
          Not now
        </button>
      </p>
    </form>
  );
}
