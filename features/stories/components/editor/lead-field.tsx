'use client';

import { useState } from 'react';
import { PicturePicker } from '#features/media/components/picture-picker.tsx';
import type { PictureView } from '#features/media/views.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { PictureUse } from '#features/stories/components/editor/views/picture-view.tsx';

/** The picture above the text and on the cards, with the words of this story for it. */
export function LeadField({
  editing,
  mayAdd,
  onChosen,
}: {
  editing: Editing;
  mayAdd: boolean;
  onChosen: (pictures: PictureView[]) => void;
}) {
  const { fields, change, errors, view } = editing;
  const { picture } = fields;
  const [choosing, setChoosing] = useState(false);
  const editable = view.buttons.write.allowed;
  const choose = (chosen: PictureView[]) => {
    onChosen(chosen);
    const [first] = chosen;
    if (first) change({ picture: { pictureId: first.id, alt: '', caption: '', credit: '' } });
    setChoosing(false);
  };
  return (
    <>
      {picture && (
        <div>
          <PictureUse
            use={picture}
            editable={editable}
            onChange={(changes) => change({ picture: { ...picture, ...changes } })}
          />
        </div>
      )}
      {errors.picture && <p className="text-note text-danger">{errors.picture}</p>}
      {editable ? (
        <p className="flex flex-wrap gap-2">
          <button id="picture" type="button" className="button" onClick={() => setChoosing(true)}>
            {picture ? 'Another picture' : 'Choose a picture'}
          </button>
          {picture && (
            <button
              type="button"
              className="button button-bare"
              onClick={() => change({ picture: null })}
            >
              Remove
            </button>
          )}
        </p>
      ) : (
        !picture && <p className="text-soft">None.</p>
      )}
      {choosing && (
        <PicturePicker mayAdd={mayAdd} onChoose={choose} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
