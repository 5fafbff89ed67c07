'use client';

import { useEffect, useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { selectedPassage } from '#features/stories/components/editor/discussion/marks.ts';
import { MentionBox } from '#features/stories/components/editor/discussion/mention-box.tsx';
import type { Passage } from '#features/stories/components/editor/discussion/passages.ts';
import { ThreadView } from '#features/stories/components/editor/discussion/thread.tsx';
import { useDiscussion } from '#features/stories/components/editor/discussion/use-discussion.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';

/** What the staff say to each other about the story. Nothing of it ever goes out. */
export function DiscussionGroup({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const discussing = useDiscussion(editing);
  const { discussion, problem, unheard, load } = discussing;
  const [asked, setAsked] = useAskedByKey(
    editing.view.id !== '' && (discussion !== null || !unheard),
  );
  if (editing.view.id === '') return null;
  if (!discussion) return unheard && <Unheard why={unheard} onAgain={load} />;
  const open = discussion.threads.filter((thread) => !thread.resolved);
  const resolved = discussion.threads.filter((thread) => thread.resolved);
  const list = (threads: typeof open) => (
    <ol className="threads">
      {threads.map((thread) => (
        <ThreadView key={thread.id} thread={thread} discussing={discussing} timeZone={timeZone} />
      ))}
    </ol>
  );
  return (
    <details className="group" open={discussion.threads.length > 0 || undefined}>
      <summary>
        Staff comments{open.length > 0 && <span className="tabular-nums"> ({open.length})</span>}
      </summary>
      <div className="grid gap-3 pb-4">
        <Notice kind="problem">{problem || unheard}</Notice>
        {open.length > 0 && list(open)}
        <NewComment
          editing={editing}
          discussing={discussing}
          asked={asked}
          onThere={() => setAsked(false)}
        />
        {resolved.length > 0 && (
          <details>
            <summary className="text-note">Resolved ({resolved.length})</summary>
            {list(resolved)}
          </details>
        )}
      </div>
    </details>
  );
}

/** Why there is nothing to read: this person has no part in it, or it could not be asked for. */
function Unheard({ why, onAgain }: { why: string; onAgain: () => Promise<void> }) {
  return (
    <details className="group">
      <summary>Staff comments</summary>
      <div className="grid justify-items-start gap-3 pb-4">
        <p className="text-soft">{why}</p>
        <button type="button" className="button" onClick={() => void onAgain()}>
          Look again
        </button>
      </div>
    </details>
  );
}

/**
 * True from the key that leads to the comments until one is there: they may still be on their way. Where
 * none are to come nothing is asked for, since the focus would go there in the midst of later typing.
 */
function useAskedByKey(coming: boolean) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    setAsked(false);
    if (!coming) return undefined;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return;
      event.preventDefault();
      setAsked(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [coming]);
  return [asked, setAsked] as const;
}

const BOX = 'staff-comment';

function NewComment({
  editing,
  discussing,
  asked,
  onThere,
}: {
  editing: Editing;
  discussing: ReturnType<typeof useDiscussion>;
  asked: boolean;
  onThere: () => void;
}) {
  const [text, setText] = useState('');
  const [passage, setPassage] = useState<Passage | null>(null);
  const [busy, setBusy] = useState(false);
  const { editor } = editing;

  useEffect(() => {
    if (!editor) return undefined;
    const follow = () => {
      if (editor.isFocused) setPassage(selectedPassage(editor));
    };
    editor.on('selectionUpdate', follow);
    return () => {
      editor.off('selectionUpdate', follow);
    };
  }, [editor]);
  useEffect(() => {
    if (!asked) return;
    const box = document.getElementById(BOX);
    const group = box?.closest('details');
    if (group) group.open = true;
    box?.focus();
    onThere();
  }, [asked, onThere]);

  const send = async () => {
    if (!text.trim() || busy) return;
    setBusy(true);
    if (await discussing.say(text, { passage })) {
      setText('');
      setPassage(null);
    }
    setBusy(false);
  };
  return (
    <div className="grid gap-2">
      {passage && (
        <p className="quoted">
          <span className="text-note text-soft">About </span>
          <q dir="auto">{passage.quote}</q>{' '}
          <button type="button" className="link text-note" onClick={() => setPassage(null)}>
            About the whole story instead
          </button>
        </p>
      )}
      <MentionBox
        id={BOX}
        label={passage ? 'Comment on the passage' : 'Comment on the story'}
        value={text}
        people={discussing.discussion?.people ?? []}
        onChange={setText}
        onSend={() => void send()}
      />
      <button
        type="button"
        className="button justify-self-start"
        disabled={busy || !text.trim()}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => void send()}
      >
        Comment
      </button>
      <p className="text-note text-soft">
        Only the newsroom sees this. Select a passage to speak of it; <kbd>Ctrl</kbd> <kbd>Alt</kbd>{' '}
        <kbd>M</kbd> leads here.
      </p>
    </div>
  );
}
