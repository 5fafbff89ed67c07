'use client';

import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { appealAnswerAction } from '#features/moderation/actions.ts';
import type { AppealInDesk } from '#features/moderation/views.ts';

type Props = { commentId: string; appeal: AppealInDesk };

/** What the writer says against the rejection, and somebody else's answer to it. */
export function Appeal({ commentId, appeal }: Props) {
  const { text, answer, words, answeredBy, why } = appeal;
  return (
    <section className="appeal" aria-label="Appeal">
      <p>
        <b>Appeal:</b> <span dir="auto">{text}</span>
      </p>
      {answer && (
        <p className="text-note text-soft">
          {answer === 'upheld' ? 'The rejection stands' : 'Published after all'}
          {answeredBy && `, says ${answeredBy}`}
          {words && `: ${words}`}
        </p>
      )}
      {!answer &&
        (why ? (
          <p className="text-note text-soft">{why}</p>
        ) : (
          <AnswerAppeal commentId={commentId} />
        ))}
    </section>
  );
}

function AnswerAppeal({ commentId }: { commentId: string }) {
  const { state, ready, pending, onSubmit } = useForm(appealAnswerAction);
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-2" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="commentId" value={commentId} />
      <fieldset className="flex flex-wrap gap-4">
        <legend className="sr-only">Answer</legend>
        <label className="flex items-center gap-2">
          <input type="radio" name="answer" value="upheld" defaultChecked />
          The rejection stands
        </label>
        <label className="flex items-center gap-2">
          <input type="radio" name="answer" value="overturned" />
          Publish it
        </label>
      </fieldset>
      <TextArea
        id={`${commentId}-appeal`}
        name="words"
        label="Answer to the writer"
        rows={2}
        error={state.fields.words}
      />
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending}
      >
        Answer the appeal
      </button>
    </form>
  );
}
