'use client';

import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { noteAction } from '#features/moderation/actions.ts';
import type { NoteView } from '#features/moderation/views.ts';
import { dateAndTime } from '#lib/dates.ts';

/** What moderators told each other about a comment. */
export function Notes({ notes, timeZone }: { notes: readonly NoteView[]; timeZone: string }) {
  if (notes.length === 0) return null;
  return (
    <ul className="queue-notes" aria-label="Notes of moderators">
      {notes.map(({ id, who, at, text }) => (
        <li key={id}>
          <span dir="auto">{text}</span>{' '}
          <span className="text-soft">
            — {who},{' '}
            <time dateTime={at.toISOString()}>{dateAndTime(at, { timeZone, language: 'en' })}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function NoteForm({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const { state, ready, pending, onSubmit } = useForm(noteAction, async () => {
    onClose();
    return undefined;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-2" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="commentId" value={commentId} />
      <TextArea
        id={`${commentId}-note`}
        name="text"
        label="A note for the other moderators"
        hint="Its writer never sees it."
        rows={2}
        autoFocus
        error={state.fields.text}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <p className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary" disabled={!ready || pending}>
          Keep the note
        </button>
        <button type="button" className="button" onClick={onClose}>
          Not now
        </button>
      </p>
    </form>
  );
}
