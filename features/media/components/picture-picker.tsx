'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { libraryAction } from '#features/media/actions.ts';
import { Picture } from '#features/media/components/picture.tsx';
import { UploadForm } from '#features/media/components/upload-form.tsx';
import type { PictureView } from '#features/media/views.ts';

/** Chooses one picture, or several for a gallery, from the library or from this device. */
export function PicturePicker({
  several = false,
  mayAdd,
  onChoose,
  onClose,
}: {
  several?: boolean;
  mayAdd: boolean;
  onChoose: (pictures: PictureView[]) => void;
  onClose: () => void;
}) {
  const { pictures, more, problem, loadMore, put } = useLibrary();
  const [marked, setMarked] = useState<PictureView[]>([]);
  const choose = (picture: PictureView) => {
    if (!several) return onChoose([picture]);
    const without = marked.filter((one) => one.id !== picture.id);
    setMarked(without.length < marked.length ? without : [...marked, picture]);
  };
  return (
    <Dialog title={several ? 'Pictures of the gallery' : 'Picture'} wide onClose={onClose}>
      <div className="grid gap-4">
        {mayAdd && (
          <UploadForm
            onDone={(picture) => {
              put(picture);
              choose(picture);
            }}
          />
        )}
        <Notice kind="problem">{problem}</Notice>
        {pictures?.length === 0 && (
          <p className="text-soft">
            The library is empty. {mayAdd ? 'The first picture comes from you.' : ''}
          </p>
        )}
        <ul className="pictures">
          {pictures?.map((picture) => (
            <li key={picture.id}>
              <button
                type="button"
                className="picture-choice"
                aria-pressed={several ? marked.some((one) => one.id === picture.id) : undefined}
                onClick={() => choose(picture)}
              >
                <Picture picture={picture.caption ? picture : unnamed(picture)} sizes="10rem" />
                <span className="truncate">{picture.caption || picture.alt || 'No words yet'}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="dialog-acts">
          {several && (
            <button
              type="button"
              className="button button-primary"
              disabled={marked.length === 0}
              onClick={() => onChoose(marked)}
            >
              Insert {marked.length || ''} {marked.length === 1 ? 'picture' : 'pictures'}
            </button>
          )}
          {more && (
            <button type="button" className="button" onClick={loadMore}>
              Older pictures
            </button>
          )}
        </p>
      </div>
    </Dialog>
  );
}

/** For where its words stand beside it, so that they are not read twice. */
function unnamed(picture: PictureView): PictureView {
  return { ...picture, alt: '' };
}

/** The library page by page, newest first. */
function useLibrary() {
  const [pictures, setPictures] = useState<PictureView[] | null>(null);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let current = true;
    libraryAction(page)
      .then((answer) => {
        if (!current) return;
        if (!answer.ok) return setProblem(answer.why);
        setPages(answer.value.pages);
        setPictures((before) => [
          ...(before ?? []),
          ...answer.value.pictures.filter((one) => !before?.some((old) => old.id === one.id)),
        ]);
      })
      .catch(() => {
        if (current) setProblem('The library could not be reached.');
      });
    return () => {
      current = false;
    };
  }, [page]);
  return {
    pictures,
    problem,
    more: page < pages,
    loadMore: () => setPage(page + 1),
    put: (picture: PictureView) => setPictures((before) => [picture, ...(before ?? [])]),
  };
}
