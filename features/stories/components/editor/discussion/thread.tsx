'use client';

import { useState } from 'react';
import { MentionBox } from '#features/stories/components/editor/discussion/mention-box.tsx';
import { SaidView } from '#features/stories/components/editor/discussion/said.tsx';
import type { Discussing } from '#features/stories/components/editor/discussion/use-discussion.ts';
import type { Thread } from '#features/stories/views.ts';

type Props = { thread: Thread; discussing: Discussing; timeZone: string };

/** A comment with its passage and its answers, and what can be done about it. */
export function ThreadView({ thread, discussing, timeZone }: Props) {
  const { discussion, gone, say, resolve, goTo } = discussing;
  const [answer, setAnswer] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const people = discussion?.people ?? [];
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    await work();
    setBusy(false);
  };
  const send = () =>
    during(async () => {
      if (answer?.trim() && (await say(answer, { answersId: thread.id }))) setAnswer(null);
    });
  return (
    <li className="thread">
      {thread.quote && (
        <Quoted thread={thread} isGone={gone.has(thread.id)} onGo={() => goTo(thread.id)} />
      )}
      <SaidView comment={thread} discussing={discussing} timeZone={timeZone} />
      {thread.answers.map((one) => (
        <div key={one.id} className="answer">
          <SaidView comment={one} discussing={discussing} timeZone={timeZone} />
        </div>
      ))}
      {answer !== null && (
        <MentionBox
          id={`answer-${thread.id}`}
          label="Answer"
          value={answer}
          people={people}
          onChange={setAnswer}
          onSend={() => void send()}
        />
      )}
      <p className="thread-acts">
        {answer === null ? (
          <button type="button" className="link" onClick={() => setAnswer('')}>
            Answer
          </button>
        ) : (
          <>
            <button
              type="button"
              className="button"
              disabled={busy || !answer.trim()}
              onClick={() => void send()}
            >
              Send the answer
            </button>
            <button type="button" className="link" onClick={() => setAnswer(null)}>
              Cancel
            </button>
          </>
        )}
        <button
          type="button"
          className="link"
          disabled={busy}
          onClick={() => void during(() => resolve(thread.id, !thread.resolved))}
        >
          {thread.resolved ? 'Reopen' : 'Resolve'}
        </button>
      </p>
      {thread.resolved && <p className="text-note text-soft">Resolved by {thread.resolved.by}</p>}
    </li>
  );
}

function Quoted({ thread, isGone, onGo }: { thread: Thread; isGone: boolean; onGo: () => void }) {
  if (thread.resolved || isGone) {
    return (
      <p className="quoted">
        <q dir="auto">{thread.quote}</q>
        {isGone && !thread.resolved && (
          <span className="text-note text-soft">
            {' '}
            The passage is not in the text any more. It was in revision {thread.revisionNumber}.
          </span>
        )}
      </p>
    );
  }
  return (
    <button type="button" className="quoted" onClick={onGo}>
      <span className="sr-only">Go to the passage: </span>
      <q dir="auto">{thread.quote}</q>
    </button>
  );
}
