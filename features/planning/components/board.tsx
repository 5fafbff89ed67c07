'use client';

import { useEffect, useRef, useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { moveAssignmentAction } from '#features/planning/actions.ts';
import { BoardCard } from '#features/planning/components/board-card.tsx';
import { type AssignmentState, nameOfState, STATES } from '#features/planning/lifecycle.ts';
import type { AssignmentView, PlanningFilter } from '#features/planning/views.ts';

const UNREACHED = 'The newsroom’s server could not be reached: nothing was moved. Try again.';

type Props = { first: AssignmentView[]; filter: PlanningFilter; timeZone: string; at: Date };

/** What is planned, a column a state. Cards are dragged, or moved by their own buttons. */
export function Board({ first, filter, timeZone, at }: Props) {
  const [cards, setCards] = useState(first);
  const [dragged, setDragged] = useState<AssignmentView | null>(null);
  const [over, setOver] = useState<AssignmentState | null>(null);
  const [problem, setProblem] = useState('');
  const [told, setTold] = useState('');
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (!moved.current) return;
    document.getElementById(`card-${moved.current}`)?.focus();
    moved.current = null;
  });

  async function move(card: AssignmentView, to: AssignmentState): Promise<void> {
    if (card.state === to) return;
    const before = cards;
    moved.current = card.id;
    setCards(cards.map((one) => (one.id === card.id ? { ...one, state: to } : one)));
    setProblem('');
    const { id, version } = card;
    const answer = await moveAssignmentAction({ id, version, to }, filter).catch(() => null);
    moved.current = card.id;
    setCards(answer?.board.ok ? answer.board.value : before);
    setProblem(answer ? answer.problem : UNREACHED);
    if (answer && !answer.problem) setTold(`“${card.title}” is in ${nameOfState(to)}.`);
  }

  return (
    <>
      <Notice kind="problem">{problem}</Notice>
      <p role="status" className="sr-only">
        {told}
      </p>
      <div className="board">
        {STATES.map(({ state, name, about }) => {
          const inColumn = cards.filter((card) => card.state === state);
          return (
            <section
              key={state}
              aria-label={name}
              className="board-column"
              data-over={over === state || undefined}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setOver(state);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                if (dragged) void move(dragged, state);
              }}
            >
              <h2>
                {name} <span className="text-soft tabular-nums">{inColumn.length}</span>
              </h2>
              {inColumn.length === 0 && <p className="text-note text-soft">{about}</p>}
              <ul>
                {inColumn.map((card) => (
                  <li key={card.id}>
                    <BoardCard
                      card={card}
                      timeZone={timeZone}
                      at={at}
                      onMove={(to) => void move(card, to)}
                      onDrag={setDragged}
                    />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
