'use client';

import { useState } from 'react';
import { TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { addSectionAction, changeSectionAction } from '#features/sections/actions.ts';
import type { SectionView } from '#features/sections/views.ts';
import { slugify } from '#lib/paths.ts';

/** A new section, or one that is there. The address follows the name until somebody writes one. */
export function SectionForm({ section }: { section?: SectionView }) {
  const [name, setName] = useState(section?.name ?? '');
  const [slug, setSlug] = useState(section?.slug ?? '');
  const [description, setDescription] = useState(section?.description ?? '');
  const { state, ready, pending, onSubmit } = useForm(
    section ? changeSectionAction : addSectionAction,
    async () => {
      if (!section) for (const empty of [setName, setSlug, setDescription]) empty('');
      return undefined;
    },
  );
  const { fields } = state;
  const at = section?.id ?? 'new';
  const moves = section !== undefined && slug !== section.slug;
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-md gap-3" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      {section && <input type="hidden" name="id" value={section.id} />}
      <TextField
        id={`name-${at}`}
        name="name"
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={fields.name}
      />
      <TextField
        id={`slug-${at}`}
        label="Address"
        name="slug-typed"
        value={slug}
        placeholder={slugify(name)}
        spellCheck={false}
        onChange={(event) => setSlug(event.target.value)}
        error={fields.slug}
        hint={
          moves
            ? 'All stories of the section move with it, and the old addresses lead to the new ones.'
            : `/${slug || slugify(name) || '…'}`
        }
      />
      <input type="hidden" name="slug" value={slug || slugify(name)} />
      <TextArea
        id={`description-${at}`}
        name="description"
        label="Description"
        hint="For search engines, and under the name on the section’s page."
        rows={2}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        error={fields.description}
      />
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending}
      >
        {section ? 'Save' : 'Add the section'}
      </button>
    </form>
  );
}
