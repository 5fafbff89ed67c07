'use client';

import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { DropZone } from '#features/media/components/drop-zone.tsx';
import { upload } from '#features/media/components/upload.ts';
import type { PictureView } from '#features/media/views.ts';

/** Takes one picture, asks for its words, and shows how far it has come. */
export function UploadForm({ onDone }: { onDone: (picture: PictureView) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const take = useCallback((files: File[]) => setFile(files[0] ?? null), []);
  if (!file) return <DropZone onFiles={take} />;
  return (
    <Words
      file={file}
      onCancel={() => setFile(null)}
      onDone={(picture) => {
        setFile(null);
        onDone(picture);
      }}
    />
  );
}

function Words({
  file,
  onCancel,
  onDone,
}: {
  file: File;
  onCancel: () => void;
  onDone: (picture: PictureView) => void;
}) {
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const [missing, setMissing] = useState<string[]>([]);
  const preview = usePreview(file);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const word = (name: string) => String(form.get(name) ?? '').trim();
    const words = { alt: word('alt'), caption: word('caption'), credit: word('credit') };
    const lacking = [
      ...(words.alt ? [] : ['what it shows']),
      ...(words.credit ? [] : ['who made it']),
    ];
    if (lacking.length > 0 && missing.length === 0) return setMissing(lacking);
    setProblem('');
    setProgress(0);
    const answer = await upload(file, words, setProgress);
    setProgress(null);
    if (answer.ok) onDone(answer.picture);
    else setProblem(answer.why);
  };
  return (
    <form onSubmit={send} className="upload">
      {preview && (
        // biome-ignore lint/performance/noImgElement: it is on this device only, so far.
        <img src={preview} alt="" className="upload-preview" />
      )}
      <div className="grid gap-3">
        <p className="truncate text-note text-soft">{file.name}</p>
        <Notice kind="problem">{problem}</Notice>
        <TextField
          label="What it shows"
          name="alt"
          hint="Read aloud to those who cannot see it."
          maxLength={500}
          autoFocus
        />
        <TextArea label="Caption" name="caption" rows={2} maxLength={2000} />
        <TextField label="Credit" name="credit" maxLength={500} placeholder="Photograph: …" />
        {missing.length > 0 && (
          <p role="status" className="notice">
            It does not say {missing.join(' and ')} yet. You can add that now or in each story.
          </p>
        )}
        {progress !== null && (
          <progress value={progress} max={1} aria-label="How much is sent" className="w-full" />
        )}
        <p className="flex flex-wrap gap-3">
          <button type="submit" className="button button-primary" disabled={progress !== null}>
            {missing.length > 0 ? 'Add all the same' : 'Add to the library'}
          </button>
          <button type="button" className="button" onClick={onCancel} disabled={progress !== null}>
            Not this one
          </button>
        </p>
      </div>
    </form>
  );
}

/** The file as an address that this page can show. */
function usePreview(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
