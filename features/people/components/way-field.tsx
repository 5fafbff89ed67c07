import { SelectField } from '#components/controls/field.tsx';

/** How a link gets to somebody. */
export function WayField({ id, mailIsOn }: { id: string; mailIsOn: boolean }) {
  return (
    <SelectField
      id={id}
      label="The link"
      name="way"
      defaultValue={mailIsOn ? 'mail' : 'show'}
      hint={mailIsOn ? undefined : 'This site sends no mail: SMTP_URL is not set.'}
    >
      <option value="mail" disabled={!mailIsOn}>
        goes by mail
      </option>
      <option value="show">is shown to me, and I hand it over</option>
    </SelectField>
  );
}
