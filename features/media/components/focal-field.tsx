'use client';

import { type PointerEvent, useState, useTransition } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { setFocalAction } from '#features/media/actions.ts';
import { Cropped } from '#features/media/components/cropped.tsx';
import { Proof } from '#features/media/components/proof.tsx';
import type { Crop } from '#features/media/crops.ts';
import type { PictureDetails } from '#features/media/views.ts';

const PREVIEWS: readonly (readonly [Crop, string])[] = [
  ['card', 'Cards, 3 : 2'],
  ['square', 'Small cards, 1 : 1'],
  ['wide', 'Search, 16 : 9'],
  ['share', 'Shared elsewhere'],
];

type Focal = { focalX: number; focalY: number };

/** Where the eye should stay: by pointer on the picture, or by the two sliders. Shows every crop. */
export function FocalField({ picture }: { picture: PictureDetails }) {
  const { id, mayChange } = picture;
  const [focal, setFocal] = useState<Focal>({ focalX: picture.focalX, focalY: picture.focalY });
  const [saved, setSaved] = useState(focal);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  const [saving, startSaving] = useTransition();
  const changed = focal.focalX !== saved.focalX || focal.focalY !== saved.focalY;
  const point = (event: PointerEvent<HTMLElement>) => {
    if (!mayChange || (event.type === 'pointermove' && event.buttons === 0)) return;
    const box = event.currentTarget.getBoundingClientRect();
    setDone('');
    setFocal({
      focalX: part((event.clientX - box.left) / box.width),
      focalY: part((event.clientY - box.top) / box.height),
    });
  };
  const save = () =>
    startSaving(async () => {
      const answer = await setFocalAction(id, focal).catch(() => null);
      setProblem(answer?.ok ? '' : (answer?.why ?? 'The newsroom’s server could not be reached.'));
      if (!answer?.ok) return;
      setSaved(focal);
      setDone('Every crop follows it now.');
    });
  return (
    <section aria-labelledby="focal" className="grid gap-3">
      <h2 id="focal" className="text-lg font-semibold">
        Focal point
      </h2>
      <div
        className="focal"
        data-fixed={!mayChange || undefined}
        onPointerDown={point}
        onPointerMove={point}
      >
        <Proof picture={picture} alt={picture.alt} />
        <span
          aria-hidden="true"
          className="focal-point"
          style={{ left: `${focal.focalX * 100}%`, top: `${focal.focalY * 100}%` }}
        />
      </div>
      <div className="pair">
        {(['focalX', 'focalY'] as const).map((axis) => (
          <label key={axis} className="grid gap-1">
            <span className="text-label">
              {axis === 'focalX' ? 'From the left' : 'From the top'},{' '}
              <span className="tabular-nums">{Math.round(focal[axis] * 100)} %</span>
            </span>
            <input
              type="range"
              min={0}
              max={100}
              value={Math.round(focal[axis] * 100)}
              disabled={!mayChange}
              onChange={(event) => {
                setDone('');
                setFocal({ ...focal, [axis]: Number(event.target.value) / 100 });
              }}
            />
          </label>
        ))}
      </div>
      <ul className="crops">
        {PREVIEWS.map(([crop, words]) => (
          <li key={crop}>
            <Cropped picture={{ ...picture, ...focal }} crop={crop} />
            <span className="text-note text-soft">{words}</span>
          </li>
        ))}
      </ul>
      <Notice kind="problem">{problem}</Notice>
      <Notice kind="done">{done}</Notice>
      {mayChange && (
        <button
          type="button"
          className="button justify-self-start"
          disabled={!changed || saving}
          onClick={save}
        >
          Save the focal point
        </button>
      )}
    </section>
  );
}

function part(at: number): number {
  return Math.round(Math.min(Math.max(at, 0), 1) * 100) / 100;
}
