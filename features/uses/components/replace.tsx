'use client';

import { useState, useTransition } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { PicturePicker } from '#features/media/components/picture-picker.tsx';
import { Proof } from '#features/media/components/proof.tsx';
import type { PictureView } from '#features/media/views.ts';
import { replacePictureAction } from '#features/uses/actions.ts';
import type { Replacement } from '#features/uses/views.ts';
import { deskStoryPath } from '#lib/paths.ts';

/** Puts another picture in the place of this one, in every story at once. */
export function ReplaceEverywhere({ pictureId, stories }: { pictureId: string; stories: number }) {
  const [choosing, setChoosing] = useState(false);
  const [other, setOther] = useState<PictureView | null>(null);
  const [words, setWords] = useState<'keep' | 'new'>('new');
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState<Replacement | null>(null);
  const [pending, startTransition] = useTransition();
  const replace = () =>
    startTransition(async () => {
      if (!other) return;
      const input = { from: pictureId, to: other.id, words };
      const answer = await replacePictureAction(input).catch(() => null);
      if (answer?.ok) {
        setDone(answer.value);
        setOther(null);
        setProblem('');
      } else {
        setProblem(
          answer?.fields?.to ?? answer?.why ?? 'The newsroom’s server could not be reached.',
        );
      }
    });
  return (
    <div className="grid gap-3">
      {done && <Outcome done={done} />}
      <button
        type="button"
        className="button justify-self-start"
        disabled={stories === 0}
        onClick={() => setChoosing(true)}
      >
        Replace it everywhere…
      </button>
      {choosing && (
        <PicturePicker
          mayAdd
          onChoose={([chosen]) => {
            setOther(chosen ?? null);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {other && (
        <Dialog title="Replace it everywhere" onClose={() => setOther(null)}>
          <div className="grid gap-4">
            <p className="replacement">
              <Proof
                picture={{ ...other, id: pictureId, version: 0 }}
                alt="The picture until now"
              />
              <span aria-hidden="true">→</span>
              <Proof picture={other} alt={other.alt || other.caption || 'The other picture'} />
            </p>
            <p className="text-soft">
              {stories === 1
                ? 'One story gets a new revision'
                : `${stories} stories get a new revision each`}
              . Those that readers see are published with the other picture at once, and without
              anything else that is being written in them.
            </p>
            <fieldset className="grid gap-1">
              <legend className="text-label">What the stories say of it</legend>
              {(
                [
                  ['new', 'The words of the other picture'],
                  ['keep', 'Stays: it shows the same'],
                ] as const
              ).map(([value, label]) => (
                <label key={value} className="flex items-center gap-2">
                  <input
                    type="radio"
                    name="words"
                    checked={words === value}
                    onChange={() => setWords(value)}
                  />
                  {label}
                </label>
              ))}
            </fieldset>
            <Notice kind="problem">{problem}</Notice>
            <DialogActs
              act={pending ? 'Replacing…' : 'Replace'}
              disabled={pending}
              onAct={replace}
              onClose={() => setOther(null)}
            />
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Outcome({ done }: { done: Replacement }) {
  const refused = done.stories.filter((one) => one.refused);
  const replaced = done.stories.length - refused.length;
  return (
    <div role="status" className="notice notice-done grid gap-2">
      <p>
        Replaced in {replaced} {replaced === 1 ? 'story' : 'stories'}.
        {done.left > 0 && ` ${done.left} are left: please do it again.`}
        {done.elsewhere > 0 && ` ${done.elsewhere} of other sections still use it.`}
      </p>
      {refused.length > 0 && (
        <ul className="grid gap-1">
          {refused.map((one) => (
            <li key={one.storyId}>
              <a href={deskStoryPath(one.storyId)} className="link">
                {one.headline}
              </a>
              : {one.refused}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
