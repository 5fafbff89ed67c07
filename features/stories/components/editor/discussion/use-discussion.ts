'use client';

import { useCallback, useEffect, useState } from 'react';
import {
  discussAction,
  discussionAction,
  resolveAction,
  rewordAction,
  seeMentionsAction,
  unsayAction,
} from '#features/stories/actions.ts';
import {
  goToPassage,
  markPassages,
  showPassages,
} from '#features/stories/components/editor/discussion/marks.ts';
import type { Passage } from '#features/stories/components/editor/discussion/passages.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import type { Discussion } from '#features/stories/views.ts';
import { refused } from '#lib/forms.ts';
import { refuse } from '#lib/result.ts';

const UNREACHED = refused({
  why: 'The newsroom’s server could not be reached. What you wrote is still here: try again.',
});
const UNHEARD = refuse('limited', 'The newsroom’s server could not be reached for the comments.');

/** What the staff say about the story that is open, and the passages that they say it of. */
export function useDiscussion({ editor, view, company }: Editing) {
  const [discussion, setDiscussion] = useState<Discussion | null>(null);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState('');
  const [unheard, setUnheard] = useState('');
  const { id: storyId, revisionId } = view;

  const load = useCallback(async () => {
    if (!storyId) return;
    const found = await discussionAction(storyId).catch(() => UNHEARD);
    setUnheard(found.ok ? '' : found.why);
    if (!found.ok) return;
    setDiscussion(found.value);
    if (found.value.unseen > 0) await seeMentionsAction(storyId).catch(() => undefined);
  }, [storyId]);
  const said = company?.discussed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is loaded anew when others have spoken.
  useEffect(() => void load(), [load, said]);

  useEffect(() => (editor ? showPassages(editor) : undefined), [editor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another text.
  useEffect(() => {
    if (!editor || !discussion) return;
    const open = discussion.threads.filter((thread) => !thread.resolved && thread.quote);
    setGone(markPassages(editor, open));
  }, [editor, discussion, revisionId]);

  /** True if it was said; what is wrong is in `problem` otherwise. */
  async function say(
    text: string,
    about: { answersId: string } | { passage: Passage | null },
  ): Promise<boolean> {
    const sent = 'answersId' in about ? about : (about.passage ?? {});
    const answer = await discussAction({ ...sent, storyId, revisionId, text }).catch(
      () => UNREACHED,
    );
    const done = answer.status === 'done';
    setProblem(done ? '' : (answer.fields.text ?? answer.fields.quote ?? answer.message));
    if (done) await load();
    return done;
  }

  /** True if it is said otherwise now; without a text it is taken back. */
  async function reword(commentId: string, text: string | null): Promise<boolean> {
    const asked = text === null ? unsayAction(commentId) : rewordAction({ commentId, text });
    const answer = await asked.catch(() => UNREACHED);
    const done = answer.status === 'done';
    setProblem(done ? '' : (answer.fields.text ?? answer.message));
    if (done) await load();
    return done;
  }

  async function resolve(commentId: string, resolved: boolean): Promise<void> {
    const answer = await resolveAction(commentId, resolved).catch(() => UNREACHED);
    setProblem(answer.status === 'done' ? '' : answer.message);
    await load();
  }

  return {
    discussion,
    gone,
    problem,
    /** Why what is shown is not what was said until now. */
    unheard,
    load,
    say,
    reword,
    resolve,
    goTo: (id: string) => {
      if (editor) goToPassage(editor, id);
    },
  };
}

export type Discussing = ReturnType<typeof useDiscussion>;
