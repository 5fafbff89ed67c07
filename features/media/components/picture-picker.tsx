'use client';

import { useCallback, useEffect, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { libraryAction } from '#features/media/actions.ts';
import { Proof } from '#features/media/components/proof.tsx';
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
  const { pictures, more, problem, loadMore, put, look } = useLibrary();
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
        <SearchField onSearch={look} />
        <Notice kind="problem">{problem}</Notice>
        {pictures?.length === 0 && (
          <p className="text-soft">
            Nothing here. {mayAdd ? 'A picture that is missing comes from you.' : ''}
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
                <Proof picture={picture} alt={picture.caption ? picture.alt : ''} />
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

/** Searches when nothing more is typed for a moment; Enter is for those who cannot wait. */
function SearchField({ onSearch }: { onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return (
    <TextField
      label="Search the library"
      name="library-q"
      type="search"
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onSearch(typed.trim());
      }}
    />
  );
}

/** The library page by page, newest first, without what may not be shown any more. */
function useLibrary() {
  const [pictures, setPictures] = useState<PictureView[] | null>(null);
  const [{ q, page }, setAsked] = useState({ q: '', page: 1 });
  const [pages, setPages] = useState(1);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let current = true;
    libraryAction(page, q)
      .then((answer) => {
        if (!current) return;
        if (!answer.ok) return setProblem(answer.why);
        setPages(answer.value.pages);
        const usable = answer.value.pictures.filter((one) => !one.ended);
        setPictures((before) => {
          const known = page > 1 ? (before ?? []) : [];
          return [...known, ...usable.filter((one) => !known.some((old) => old.id === one.id))];
        });
      })
      .catch(() => {
        if (current) setProblem('The library could not be reached.');
      });
    return () => {
      current = false;
    };
  }, [page, q]);
  const look = useCallback(
    (wanted: string) =>
      setAsked((before) => (before.q === wanted ? before : { q: wanted, page: 1 })),
    [],
  );
  return {
    pictures,
    problem,
    look,
    more: page < pages,
    loadMore: () => setAsked({ q, page: page + 1 }),
    put: (picture: PictureView) => setPictures((before) => [picture, ...(before ?? [])]),
  };
}
