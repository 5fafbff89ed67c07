'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { DropZone } from '#features/media/components/drop-zone.tsx';
import { Likenesses } from '#features/media/components/likenesses.tsx';
import { Proof } from '#features/media/components/proof.tsx';
import { type Upload, useUploads } from '#features/media/components/use-uploads.ts';
import { WordsForm } from '#features/media/components/words-form.tsx';
import { deskPicturePath } from '#lib/paths.ts';

/** Takes many pictures at once; each says how far it is, what is wrong with it, and asks for its words. */
export function UploadMany() {
  const router = useRouter();
  const { uploads, problem, add, again, dismiss } = useUploads(
    useCallback(() => router.refresh(), [router]),
  );
  const there = uploads.filter((one) => one.state === 'there').length;
  return (
    <section aria-label="Add pictures" className="grid gap-3">
      <DropZone several onFiles={add} />
      <Notice kind="problem">{problem}</Notice>
      <p role="status" className="sr-only">
        {uploads.length > 0 && `${there} of ${uploads.length} are in the library.`}
      </p>
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((one) => (
            <li key={one.key}>
              <Row upload={one} onAgain={() => again(one.key)} onDismiss={() => dismiss(one.key)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({
  upload,
  onAgain,
  onDismiss,
}: {
  upload: Upload;
  onAgain: () => void;
  onDismiss: () => void;
}) {
  const { file, state, sent, why, picture } = upload;
  if (picture) {
    return (
      <div className="upload">
        <a href={deskPicturePath(picture.id)} aria-label={`All about ${file.name}`}>
          <Proof picture={picture} className="upload-preview" />
        </a>
        <div className="grid gap-3">
          <p className="truncate text-note text-soft">{file.name}</p>
          <Likenesses likenesses={picture.likenesses} />
          <WordsForm picture={picture} onDone={onDismiss} />
        </div>
      </div>
    );
  }
  return (
    <div className="upload-line">
      <span className="truncate">{file.name}</span>
      {state === 'refused' ? (
        <>
          <span role="alert" className="text-danger">
            {why}
          </span>
          <span className="flex gap-3">
            <button type="button" className="link" onClick={onAgain}>
              Try again
            </button>
            <button type="button" className="link" onClick={onDismiss}>
              Not this one
            </button>
          </span>
        </>
      ) : (
        <progress value={sent} max={1} aria-label={`How much of ${file.name} is sent`} />
      )}
    </div>
  );
}
