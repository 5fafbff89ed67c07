'use client';

import { TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { changePictureAction } from '#features/media/actions.ts';
import type { PictureDetails } from '#features/media/views.ts';
import { deskPicturePath } from '#lib/paths.ts';

/** The three things that readers are told of every picture, as far as the file does not say them. */
export function WordsForm({ picture, onDone }: { picture: PictureDetails; onDone: () => void }) {
  const { state, ready, pending, onSubmit } = useForm(changePictureAction, async () => {
    onDone();
    return undefined;
  });
  const { fields } = state;
  const at = (name: string) => `${name}-${picture.id}`;
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-3" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="id" value={picture.id} />
      <TextField
        id={at('alt')}
        label="What it shows"
        name="alt"
        hint="Read aloud to those who cannot see it."
        defaultValue={picture.alt}
        maxLength={500}
        error={fields.alt}
      />
      <TextArea
        id={at('caption')}
        label="Caption"
        name="caption"
        rows={2}
        defaultValue={picture.caption}
        maxLength={2000}
        error={fields.caption}
      />
      <TextField
        id={at('credit')}
        label="Credit"
        name="credit"
        placeholder="Photograph: …"
        defaultValue={picture.credit || picture.creator}
        maxLength={500}
        error={fields.credit}
      />
      <p className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button button-primary" disabled={!ready || pending}>
          Save the words
        </button>
        <a href={deskPicturePath(picture.id)} className="link">
          Crop, rights and more
        </a>
      </p>
    </form>
  );
}
