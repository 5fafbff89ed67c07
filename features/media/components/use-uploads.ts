'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { upload } from '#features/media/components/upload.ts';
import type { PictureDetails } from '#features/media/views.ts';

export type Upload = {
  key: number;
  file: File;
  /** From 0 to 1. */
  sent: number;
  state: 'waiting' | 'sending' | 'there' | 'refused';
  why: string;
  picture: PictureDetails | null;
};

/** Sent at the same time: more would only share the line. */
const ABREAST = 2;
const MOST = 100;

/** Sends files one after the other, each with its own progress and its own refusal. */
export function useUploads(onThere: (picture: PictureDetails) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [problem, setProblem] = useState('');
  const next = useRef(0);
  const started = useRef(new Set<number>());

  const set = useCallback((key: number, changes: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }, []);

  const add = useCallback((files: readonly File[]) => {
    setProblem(
      files.length > MOST ? `At most ${MOST} at once: the first ${MOST} are being sent.` : '',
    );
    const added = files.slice(0, MOST).map((file): Upload => {
      next.current += 1;
      return { key: next.current, file, sent: 0, state: 'waiting', why: '', picture: null };
    });
    setUploads((all) => [...added, ...all]);
  }, []);

  const again = useCallback(
    (key: number) => {
      started.current.delete(key);
      set(key, { state: 'waiting', sent: 0, why: '' });
    },
    [set],
  );

  const dismiss = useCallback((key: number) => {
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  useEffect(() => {
    const busy = uploads.filter((one) => one.state === 'sending').length;
    const waiting = uploads
      .filter((one) => one.state === 'waiting' && !started.current.has(one.key))
      .sort((a, b) => a.key - b.key);
    for (const { key, file } of waiting.slice(0, Math.max(0, ABREAST - busy))) {
      started.current.add(key);
      set(key, { state: 'sending' });
      void upload(file, {}, (sent) => set(key, { sent })).then((answer) => {
        if (!answer.ok) return set(key, { state: 'refused', why: answer.why });
        set(key, { state: 'there', sent: 1, picture: answer.picture });
        onThere(answer.picture);
      });
    }
  }, [uploads, set, onThere]);

  return { uploads, problem, add, again, dismiss };
}
