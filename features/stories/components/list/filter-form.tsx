'use client';

import Form from 'next/form';
import { useEffect, useRef } from 'react';
import { SelectField, TextField } from '#components/controls/field.tsx';
import type { Filter } from '#features/stories/finding.ts';
import { deskStoriesPath } from '#lib/paths.ts';

type Choice = { id: string; name: string };
type Props = {
  filter: Filter;
  sections: readonly Choice[];
  authors: readonly Choice[];
  kinds: readonly string[];
};

const MOMENT_WORDS = { changed: 'Last changed', published: 'Published', due: 'Due' };

/** What the list is narrowed by. Everything of it stands in the address, so that it can be kept and sent on. */
export function FilterForm({ filter, sections, authors, kinds }: Props) {
  const form = useRef<HTMLFormElement>(null);
  // A choice takes effect at once; words and days when they are finished with.
  const now = () => form.current?.requestSubmit();
  useEffect(() => {
    const element = form.current;
    element?.addEventListener('formdata', leaveOutDefaults);
    return () => element?.removeEventListener('formdata', leaveOutDefaults);
  });
  return (
    <Form
      action={deskStoriesPath()}
      ref={form}
      role="search"
      aria-label="Stories"
      className="find-stories"
      // Next keeps the form when only the address changes; the fields must follow it all the same.
      key={JSON.stringify(filter)}
    >
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <TextField
        label="Words"
        name="q"
        type="search"
        defaultValue={filter.q ?? ''}
        placeholder="Headline, standfirst, name, slug"
        maxLength={200}
      />
      <SelectField
        label="Section"
        name="section"
        defaultValue={filter.section ?? ''}
        onChange={now}
      >
        <option value="">All sections</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <button type="submit" className="button">
        Filter
      </button>
      <details open={isNarrow(filter)}>
        <summary>More</summary>
        <div className="find-more">
          <SelectField
            label="Author"
            name="author"
            defaultValue={filter.author ?? ''}
            onChange={now}
          >
            <option value="">All authors</option>
            {authors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField label="Kind" name="kind" defaultValue={filter.kind ?? ''} onChange={now}>
            <option value="">All kinds</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind === 'live' ? 'live report' : kind}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Moment"
            name="by"
            defaultValue={filter.by ?? 'changed'}
            onChange={now}
          >
            {Object.entries(MOMENT_WORDS).map(([by, words]) => (
              <option key={by} value={by}>
                {words}
              </option>
            ))}
          </SelectField>
          <TextField label="From" name="from" type="date" defaultValue={filter.from ?? ''} />
          <TextField label="Until" name="until" type="date" defaultValue={filter.until ?? ''} />
          <SelectField label="Order" name="order" defaultValue={filter.order ?? ''} onChange={now}>
            <option value="">Newest first</option>
            <option value="oldest">Oldest first</option>
          </SelectField>
        </div>
      </details>
    </Form>
  );
}

/** Whether something is chosen that is not in sight at first. */
function isNarrow({ author, kind, by, from, until, order }: Filter): boolean {
  return [author, kind, by, from, until, order].some(Boolean);
}

/** An address says only what differs from the whole list. */
function leaveOutDefaults({ formData }: FormDataEvent): void {
  for (const [name, value] of [...formData]) {
    if (value === '' || (name === 'by' && value === 'changed')) formData.delete(name);
  }
}
