'use client';

import { SelectField, TextField } from '#components/controls/field.tsx';
import { paperAction } from '#features/settings/actions.ts';
import { SettingsForm } from '#features/settings/components/settings-form.tsx';

type Choice = { value: string; name: string };
type Props = {
  paper: { name: string; tagline: string; language: string; timeZone: string };
  languages: readonly Choice[];
  timeZones: readonly string[];
};

export function PaperForm({ paper, languages, timeZones }: Props) {
  return (
    <SettingsForm action={paperAction}>
      {(wrong) => (
        <>
          <TextField
            label="Name"
            name="name"
            defaultValue={paper.name}
            error={wrong.name}
            hint="In the masthead, in feeds, and as the sender of mails."
          />
          <TextField
            label="Tagline"
            name="tagline"
            defaultValue={paper.tagline}
            error={wrong.tagline}
          />
          <SelectField
            label="Language"
            name="language"
            defaultValue={paper.language}
            error={wrong.language}
            hint="Of the pages around the stories; each story has its own."
          >
            {languages.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Time zone"
            name="timeZone"
            defaultValue={paper.timeZone}
            error={wrong.timeZone}
            hint="Of every time that readers and the desk see."
          >
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </SettingsForm>
  );
}
