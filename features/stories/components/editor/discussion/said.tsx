import { useState } from 'react';
import { CommentText } from '#features/stories/components/editor/discussion/comment-text.tsx';
import { MentionBox } from '#features/stories/components/editor/discussion/mention-box.tsx';
import type { Discussing } from '#features/stories/components/editor/discussion/use-discussion.ts';
import type { StaffComment } from '#features/stories/views.ts';
import { clockTime, dateAndTime, shortDate } from '#lib/dates.ts';

type Props = { comment: StaffComment; discussing: Discussing; timeZone: string };

/** What one of the staff said; whoever wrote it can say it otherwise, or take it back. */
export function SaidView({ comment, discussing, timeZone }: Props) {
  const { by, at, text, own, edited, deleted } = comment;
  const [doing, setDoing] = useState<'change' | 'delete' | null>(null);
  const names = (discussing.discussion?.people ?? []).map((person) => person.name);
  const style = { timeZone, language: 'en' };
  const on = (moment: string) => dateAndTime(new Date(moment), style);
  const moment = new Date(at);
  const stop = () => setDoing(null);
  return (
    <>
      <p className="text-note">
        <strong>{by}</strong>{' '}
        <time dateTime={at} title={on(at)} className="text-soft">
          {shortDate(moment, style)}, {clockTime(moment, style)}
        </time>
        {edited && !deleted && (
          <time dateTime={edited} title={on(edited)} className="text-soft">
            {' '}
            (edited)
          </time>
        )}
      </p>
      {deleted && <p className="text-note text-soft">Deleted by whoever wrote it.</p>}
      {!deleted && doing !== 'change' && <CommentText text={text} names={names} />}
      {doing === 'change' && <Rewording comment={comment} discussing={discussing} onEnd={stop} />}
      {doing === 'delete' && <TakingBack comment={comment} discussing={discussing} onEnd={stop} />}
      {own && !deleted && !doing && (
        <p className="thread-acts">
          <button type="button" className="link" onClick={() => setDoing('change')}>
            Change<span className="sr-only"> what you said</span>
          </button>
          <button type="button" className="link" onClick={() => setDoing('delete')}>
            Delete<span className="sr-only"> what you said</span>
          </button>
        </p>
      )}
    </>
  );
}

type Doing = { comment: StaffComment; discussing: Discussing; onEnd: () => void };

function Rewording({ comment, discussing, onEnd }: Doing) {
  const [text, setText] = useState(comment.text);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy || !text.trim()) return;
    setBusy(true);
    const done = await discussing.reword(comment.id, text);
    setBusy(false);
    if (done) onEnd();
  };
  return (
    <div className="grid gap-1">
      <MentionBox
        id={`change-${comment.id}`}
        label="What you say instead"
        value={text}
        people={discussing.discussion?.people ?? []}
        onChange={setText}
        onSend={() => void send()}
      />
      <p className="thread-acts">
        <button
          type="button"
          className="button"
          disabled={busy || !text.trim()}
          onClick={() => void send()}
        >
          Save the change
        </button>
        <button type="button" className="link" onClick={onEnd}>
          Cancel
        </button>
      </p>
    </div>
  );
}

function TakingBack({ comment, discussing, onEnd }: Doing) {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const done = await discussing.reword(comment.id, null);
    setBusy(false);
    if (done) onEnd();
  };
  return (
    <fieldset className="thread-acts" aria-label="Delete what you said?">
      <span>Delete it for everybody?</span>
      <button type="button" className="button" disabled={busy} onClick={() => void take()}>
        Delete it
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: the question stands where the button was that asked it. */}
      <button type="button" className="link" autoFocus onClick={onEnd}>
        Keep it
      </button>
    </fieldset>
  );
}
