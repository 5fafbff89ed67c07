'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { moveManyAction } from '#features/stories/actions.ts';
import { BulkBar } from '#features/stories/components/list/bulk-bar.tsx';
import { StoryTable } from '#features/stories/components/list/story-table.tsx';
import type { BulkAct, BulkAnswer } from '#features/stories/input.ts';
import type { DeskRow } from '#features/stories/views.ts';

type Props = {
  rows: DeskRow[];
  timeZone: string;
  /** The moment at which the page was made, so that server and browser say the same of "today". */
  madeAt: Date;
  /** What this person may do with many stories at once; none: the list has nothing to choose. */
  acts: readonly BulkAct[];
};

/** The list, with what is chosen in it and what was done with that. */
export function StoryList({ rows, timeZone, madeAt, acts }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<BulkAnswer | null>(null);
  const [busy, startTransition] = useTransition();
  const here = rows.filter(({ id }) => chosen.has(id));

  function choose(ids: readonly string[], on: boolean): void {
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) on ? after.add(id) : after.delete(id);
      return after;
    });
  }

  function act(name: BulkAct, note: string): void {
    const stories = here.map(({ id, revisionId }) => ({ storyId: id, revisionId }));
    startTransition(async () => {
      const answer = await moveManyAction(name, { stories, note }).catch(() => null);
      if (!answer) {
        setSaid({ done: 0, message: 'The newsroom’s server could not be reached.', refused: [] });
        return;
      }
      setSaid(answer);
      // What was refused stays chosen, so that it can be seen to.
      setChosen(new Set(answer.refused.map(({ storyId }) => storyId)));
      router.refresh();
    });
  }

  return (
    <>
      <Notice kind={said && said.refused.length > 0 ? 'problem' : 'done'}>{said?.message}</Notice>
      {said && said.refused.length > 0 && (
        <ul className="refusals">
          {said.refused.map(({ storyId, why }) => (
            <li key={storyId}>
              <b>{rows.find(({ id }) => id === storyId)?.headline ?? 'A story'}</b>: {why}
            </li>
          ))}
        </ul>
      )}
      <StoryTable
        rows={rows}
        timeZone={timeZone}
        madeAt={madeAt}
        choice={acts.length > 0 ? { chosen, choose } : null}
      />
      {here.length > 0 && (
        <BulkBar
          rows={here}
          acts={acts}
          busy={busy}
          onAct={act}
          onClear={() => setChosen(new Set())}
        />
      )}
    </>
  );
}
