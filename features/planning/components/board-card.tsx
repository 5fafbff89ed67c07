'use client';

import { Icon } from '#components/controls/icon.tsx';
import { type AssignmentState, nameOfState, neighbour } from '#features/planning/lifecycle.ts';
import type { AssignmentView } from '#features/planning/views.ts';
import { StateLabel } from '#features/stories/components/state-label.tsx';
import { clockTime, dayIn, shortDate } from '#lib/dates.ts';
import { assignmentPath, deskStoryPath } from '#lib/paths.ts';

type Props = {
  card: AssignmentView;
  timeZone: string;
  /** When the board was made: what was due before is late. */
  at: Date;
  onMove: (to: AssignmentState) => void;
  onDrag: (card: AssignmentView | null) => void;
};

/** An assignment on the board: what, who, until when, and a step to the left or right. */
export function BoardCard({ card, timeZone, at, onMove, onDrag }: Props) {
  const { title, section, person, story, dueAt, state, may } = card;
  const late = dueAt !== null && state !== 'done' && dueAt < at;
  const moves = may.move.ok || may.assign.ok;
  return (
    <article
      id={`card-${card.id}`}
      tabIndex={-1}
      aria-label={title}
      className="board-card"
      draggable={moves}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', title);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(card);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <a href={assignmentPath(card.id)} className="list-main" dir="auto">
        {title}
      </a>
      <span className="text-note text-soft">
        {section.name}
        {person && ` · ${person.name}`}
      </span>
      {dueAt && (
        <span className={late ? 'text-note text-danger' : 'text-note'}>
          {late ? 'Was due ' : 'Due '}
          <time dateTime={dueAt.toISOString()}>{dueWords(dueAt, at, timeZone)}</time>
        </span>
      )}
      {story && (
        <a href={deskStoryPath(story.id)} className="board-story" dir="auto">
          <StateLabel state={story.state} /> <span className="sr-only">: {story.headline}</span>
        </a>
      )}
      {moves && (
        <span className="board-acts">
          <Step card={card} by={-1} onMove={onMove} />
          <Step card={card} by={1} onMove={onMove} />
        </span>
      )}
    </article>
  );
}

function Step({ card, by, onMove }: { card: AssignmentView; by: 1 | -1; onMove: Props['onMove'] }) {
  const to = neighbour(card.state, by);
  if (!to) return <span className="icon-button" />;
  return (
    <button type="button" className="icon-button" onClick={() => onMove(to)}>
      <Icon name={by < 0 ? 'before' : 'after'} />
      <span className="sr-only">
        Move “{card.title}” to {nameOfState(to)}
      </span>
    </button>
  );
}

/** The hour for what is due today, else the day too. */
function dueWords(dueAt: Date, at: Date, timeZone: string): string {
  const style = { timeZone, language: 'en' };
  const time = clockTime(dueAt, style);
  return dayIn(dueAt, timeZone) === dayIn(at, timeZone)
    ? `today, ${time}`
    : `${shortDate(dueAt, style)}, ${time}`;
}
