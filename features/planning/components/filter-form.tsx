import { SelectField } from '#components/controls/field.tsx';
import type { PlanningChoices, PlanningFilter } from '#features/planning/views.ts';
import { planningPath } from '#lib/paths.ts';

type Props = { filter: PlanningFilter; choices: PlanningChoices; view: string; on: string };

/** A plain form: what the list is narrowed to stands in its address. */
export function PlanningFilterForm({ filter, choices, view, on }: Props) {
  const { people, sections } = choices;
  return (
    <form action={planningPath({ view }).split('?')[0]} className="planning-filter">
      {view && <input type="hidden" name="view" value={view} />}
      {on && <input type="hidden" name="on" value={on} />}
      <SelectField label="Person" name="person" defaultValue={filter.person ?? ''}>
        <option value="">Everybody</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Section" name="section" defaultValue={filter.section ?? ''}>
        <option value="">All sections</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}
