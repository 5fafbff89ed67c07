import { PlanningFilterForm } from '#features/planning/components/filter-form.tsx';
import type { PlanningChoices, PlanningFilter } from '#features/planning/views.ts';
import { newAssignmentPath, planningPath } from '#lib/paths.ts';

type Props = {
  title: string;
  filter: PlanningFilter;
  choices: PlanningChoices;
  /** The view that is open: none is the board. */
  view: '' | 'week' | 'month';
  on?: string;
};

const VIEWS = [
  { view: '', name: 'Board' },
  { view: 'week', name: 'Week' },
  { view: 'month', name: 'Month' },
] as const;

/** From board to calendar and back, with what they are narrowed to. */
export function PlanningHead({ title, filter, choices, view, on }: Props) {
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-title">{title}</h1>
        <a href={newAssignmentPath()} className="button button-primary">
          New assignment
        </a>
      </div>
      <nav aria-label="Views of the planning">
        <ul className="tabs">
          {VIEWS.map((one) => (
            <li key={one.view}>
              <a
                href={planningPath({ ...filter, view: one.view, on: one.view ? (on ?? '') : '' })}
                aria-current={one.view === view ? 'page' : undefined}
              >
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PlanningFilterForm filter={filter} choices={choices} view={view} on={on ?? ''} />
    </>
  );
}
