'use client';

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { PicturePicker } from '#features/media/components/picture-picker.tsx';
import type { PictureView } from '#features/media/views.ts';

type Asked = { several: boolean; onChosen: (pictures: PictureView[]) => void };

const Choosing = createContext<(asked: Asked) => void>(() => undefined);

/** Lets what stands in the text ask for pictures: the question is put in front of the whole page. */
export function PictureChoosing({
  mayAdd,
  onKnown,
  children,
}: {
  mayAdd: boolean;
  onKnown: (pictures: PictureView[]) => void;
  children: ReactNode;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback((question: Asked) => setAsked(question), []);
  return (
    <Choosing value={ask}>
      {children}
      {asked && (
        <PicturePicker
          several={asked.several}
          mayAdd={mayAdd}
          onClose={() => setAsked(null)}
          onChoose={(pictures) => {
            onKnown(pictures);
            asked.onChosen(pictures);
            setAsked(null);
          }}
        />
      )}
    </Choosing>
  );
}

export function useChoosing(): (asked: Asked) => void {
  return useContext(Choosing);
}
