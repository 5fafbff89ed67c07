'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { Picture } from '#features/media/components/picture.tsx';
import { UploadForm } from '#features/media/components/upload-form.tsx';
import type { LibraryPicture } from '#features/media/views.ts';

/** Adds to the library and shows it; what is new is there at once. */
export function AddToLibrary() {
  const router = useRouter();
  const [added, setAdded] = useState('');
  return (
    <div className="grid gap-3">
      <Notice kind="done">{added}</Notice>
      <UploadForm
        onDone={(picture) => {
          setAdded(`“${picture.caption || picture.alt || 'The picture'}” is in the library.`);
          router.refresh();
        }}
      />
    </div>
  );
}

export function LibraryGrid({ pictures }: { pictures: LibraryPicture[] }) {
  return (
    <ul className="pictures pictures-large">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <figure className="grid gap-1">
            <Picture picture={picture} sizes="16rem" />
            <figcaption className="text-note">
              <span className="line-clamp-2">
                {picture.caption || picture.alt || <em className="text-soft">No words yet</em>}
              </span>
              <span className="block text-soft">{picture.credit || 'No credit'}</span>
              <span className="block text-soft tabular-nums">
                {picture.width} × {picture.height}
              </span>
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
