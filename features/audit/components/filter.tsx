import { SelectField, TextField } from '#components/controls/field.tsx';
import type { AuditChoices, AuditFilter } from '#features/audit/views.ts';
import { deskAuditPath } from '#lib/paths.ts';

/** A plain form: what is looked for stands in the address, to be kept or sent to somebody. */
export function AuditFilterForm({
  filter,
  choices,
}: {
  filter: AuditFilter;
  choices: AuditChoices;
}) {
  return (
    <form method="get" action={deskAuditPath()} className="filter" aria-label="Filter the log">
      <SelectField label="Who" name="person" defaultValue={filter.person ?? ''}>
        <option value="">Everybody</option>
        <option value="system">Dateline itself</option>
        <option value="visitor">Readers</option>
        {choices.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="What" name="act" defaultValue={filter.act ?? ''}>
        <option value="">Everything</option>
        {choices.acts.map(({ act, name }) => (
          <option key={act} value={act}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="To what" name="noun" defaultValue={filter.noun ?? ''}>
        <option value="">Anything</option>
        {choices.nouns.map((noun) => (
          <option key={noun} value={noun}>
            {noun}
          </option>
        ))}
      </SelectField>
      <TextField label="From" name="from" type="date" defaultValue={filter.from} />
      <TextField label="Until" name="until" type="date" defaultValue={filter.until} />
      {filter.thing && <input type="hidden" name="thing" value={filter.thing} />}
      <p className="filter-acts">
        <button type="submit" className="button">
          Show
        </button>
        <a href={deskAuditPath()} className="link">
          Show all
        </a>
      </p>
    </form>
  );
}
