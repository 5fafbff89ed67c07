'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { findToPlaceAction } from '#features/fronts/actions.ts';
import { StateLabel } from '#features/stories/components/state-label.tsx';
import type { Placeable } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';

const PAUSE_MS = 200;

type Props = {
  timeZone: string;
  /** The act with a story that was found. */
  label: string;
  onChoose: (story: Placeable) => void;
  /** Called when somebody begins to drag one. */
  onDrag?: (story: Placeable) => void;
  onDragEnd?: () => void;
};

/** Looks for stories by words: those that are still to come, and those that readers have. */
export function StoryFinder({ timeZone, label, onChoose, onDrag, onDragEnd }: Props) {
  const [typed, setTyped] = useState('');
  const { found, problem } = useFound(typed);
  return (
    <div className="grid gap-3">
      <TextField
        label="Find a story"
        name="find"
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Notice kind="problem">{problem}</Notice>
      <p role="status" className="sr-only">
        {found && `${found.length} ${found.length === 1 ? 'story' : 'stories'} found`}
      </p>
      {found?.length === 0 && <p className="text-soft">No story has these words.</p>}
      <ul className="found-stories">
        {found?.map((story) => (
          <li
            key={story.id}
            draggable={onDrag !== undefined}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', story.headline);
              event.dataTransfer.effectAllowed = 'move';
              // A change of the page while the drag begins would end it.
              setTimeout(() => onDrag?.(story));
            }}
            onDragEnd={onDragEnd}
          >
            <span className="list-main" lang={story.language} dir="auto">
              {story.headline}
            </span>
            <span className="found-about">
              {!story.card && <StateLabel state={story.state} />}
              <span>
                {story.section}
                {story.comesAt &&
                  `, comes ${dateAndTime(story.comesAt, { timeZone, language: 'en' })}`}
              </span>
              <button type="button" className="link" onClick={() => onChoose(story)}>
                {label}
                <span className="sr-only"> “{story.headline}”</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same in front of a form, for the one story that the form is about. */
export function StoryFinderDialog({
  title,
  timeZone,
  onChoose,
  onClose,
}: Pick<Props, 'timeZone' | 'onChoose'> & { title: string; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <StoryFinder
        timeZone={timeZone}
        label="Choose"
        onChoose={(chosen) => {
          onChoose(chosen);
          onClose();
        }}
      />
    </Dialog>
  );
}

function useFound(typed: string) {
  const [found, setFound] = useState<Placeable[] | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      findToPlaceAction(typed)
        .then((stories) => {
          if (!current) return;
          setProblem(stories ? '' : 'You are signed out. Sign in again in another window.');
          if (stories) setFound(stories);
        })
        .catch(() => {
          if (current) setProblem('The stories could not be reached.');
        });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return { found, problem };
}
