'use client';

import type { Uploaded } from '#features/media/views.ts';

/** As much as the door lets in, less what the rest of the form needs. */
const LIMIT = 20_000_000;

export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml';
export const ACCEPTED_WORDS = 'JPEG, PNG, WebP, AVIF, GIF or SVG, up to 20 MB each';

/** Sends a picture with its words. `onProgress` is told how much is there, from 0 to 1. */
export function upload(
  file: File,
  words: Partial<Record<'alt' | 'caption' | 'credit', string>>,
  onProgress: (done: number) => void,
): Promise<Uploaded> {
  if (file.size > LIMIT) {
    return Promise.resolve({ ok: false, why: 'The file is larger than 20 MB.' });
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  form.set('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const unreached = () =>
      resolve({ ok: false, why: 'The newsroom’s server could not be reached. Please try again.' });
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      const answer = request.response as Uploaded | null;
      if (answer) resolve(answer);
      else unreached();
    });
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, unreached);
    request.responseType = 'json';
    request.open('POST', '/api/pictures');
    request.send(form);
  });
}

/** The pictures among what was dropped or pasted; a folder or a text is none. */
export function filesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter((file) => file.size > 0);
}
