'use client';

import { useEffect, useRef, useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { pinsText } from '#features/fronts/components/desk/arrangement.ts';
import type { Pins } from '#features/fronts/pins.ts';
import { frontPreviewPath } from '#lib/paths.ts';

const WIDTHS = [
  { width: 390, name: 'Phone' },
  { width: 820, name: 'Tablet' },
  { width: 1440, name: 'Desktop' },
] as const;
const HEIGHT = 900;

type Props = { front: string; pins: Pins; timeZone: string };

/** The readers' own page beneath the slots, once somebody asks for it. */
export function Preview(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="preview" className="front-preview">
      <h2 id="preview" className="text-lg font-semibold">
        Preview
      </h2>
      <button
        type="button"
        className="button justify-self-start"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Close the preview' : 'See it as readers will'}
      </button>
      {open && <PreviewFrame {...props} />}
    </section>
  );
}

/** With the pins as they are on the desk, at a width and a moment. */
function PreviewFrame({ front, pins, timeZone }: Props) {
  const [width, setWidth] = useState<number>(1440);
  const [at, setAt] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const room = useWidthOf(box);
  const scale = room > 0 ? Math.min(1, room / width) : 1;
  const address = frontPreviewPath(front, { at, pins: pinsText(pins) });
  return (
    <>
      <div className="preview-acts">
        <fieldset className="widths">
          <legend className="text-label">Width</legend>
          {WIDTHS.map((one) => (
            <button
              key={one.width}
              type="button"
              className="button"
              aria-pressed={one.width === width}
              onClick={() => setWidth(one.width)}
            >
              {one.name} <span className="tabular-nums">{one.width}</span>
            </button>
          ))}
        </fieldset>
        <TextField
          label={`Moment, in ${timeZone}`}
          hint="Empty is now. What is scheduled until then is shown as if it were out."
          name="moment"
          type="datetime-local"
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <a href={address} className="link" target="_blank" rel="noreferrer">
          In a window of its own
        </a>
      </div>
      <div ref={box} className="preview-box" style={{ height: HEIGHT * scale }}>
        <iframe
          title={`The front at ${width} pixels`}
          src={address}
          width={width}
          height={HEIGHT}
          style={{ transform: `scale(${scale})` }}
        />
      </div>
    </>
  );
}

function useWidthOf(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
