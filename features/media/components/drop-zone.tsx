'use client';

import { type DragEvent, useEffect, useId, useState } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { ACCEPTED, ACCEPTED_WORDS, filesIn } from '#features/media/components/upload.ts';

/** Takes pictures by choice, by drag, and by paste anywhere on the page. */
export function DropZone({
  several = false,
  onFiles,
}: {
  several?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const [over, setOver] = useState(false);
  const ready = useHydrated();
  const input = useId();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = filesIn(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onFiles]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = filesIn(event.dataTransfer);
    if (files.length > 0) onFiles(files);
  };
  return (
    <label
      htmlFor={input}
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>
        <span className="link">{several ? 'Choose pictures' : 'Choose a picture'}</span>, drop{' '}
        {several ? 'them' : 'it'} here or paste. {ACCEPTED_WORDS}.
      </span>
      <input
        id={input}
        type="file"
        accept={ACCEPTED}
        multiple={several}
        disabled={!ready}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
