'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { endBannerAction, setBannerAction } from '#features/fronts/actions.ts';
import { StoryFinderDialog } from '#features/fronts/components/desk/story-finder.tsx';
import type { Placeable } from '#features/stories/views.ts';

type Props = {
  /** The banner whose place the new one takes. */
  instead: string;
  /** The wall-clock time that is proposed for its end. */
  endsAt: string;
  timeZone: string;
};

export function BannerForm({ instead, endsAt, timeZone }: Props) {
  const [text, setText] = useState('');
  const [end, setEnd] = useState(endsAt);
  const [story, setStory] = useState<Placeable | null>(null);
  const [finding, setFinding] = useState(false);
  const { state, ready, pending, onSubmit } = useForm(setBannerAction);
  const { fields } = state;
  return (
    <>
      <form method="post" onSubmit={onSubmit} className="grid max-w-prose gap-4" noValidate>
        <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
        <input type="hidden" name="instead" value={instead} />
        <input type="hidden" name="storyId" value={story?.id ?? ''} />
        <TextField
          label="Sentence"
          name="text"
          value={text}
          onChange={(event) => setText(event.target.value)}
          hint={`${[...text].length} of 140 characters.`}
          error={fields.text}
        />
        <div className="grid gap-1">
          <span className="text-label">Story (optional)</span>
          {story ? (
            <p className="flex flex-wrap items-center gap-3">
              <span dir="auto">{story.headline}</span>
              <button type="button" className="link" onClick={() => setStory(null)}>
                Leave it out
              </button>
            </p>
          ) : (
            <p>
              <button type="button" className="button" onClick={() => setFinding(true)}>
                Choose a story…
              </button>
            </p>
          )}
          <p className="text-note text-soft">
            The sentence leads to it as soon as readers can read it.
          </p>
          {fields.storyId && <p className="text-note text-danger">{fields.storyId}</p>}
        </div>
        <TextField
          label={`Ends at, in ${timeZone}`}
          name="endsAt"
          type="datetime-local"
          value={end}
          onChange={(event) => setEnd(event.target.value)}
          hint="It is gone at that second, by itself."
          error={fields.endsAt}
        />
        <button
          type="submit"
          className="button button-primary justify-self-start"
          disabled={!ready || pending}
        >
          Put it on every page
        </button>
      </form>
      {finding && (
        <StoryFinderDialog
          title="Story of the banner"
          timeZone={timeZone}
          onChoose={setStory}
          onClose={() => setFinding(false)}
        />
      )}
    </>
  );
}

/** Takes the banner away before its end. */
export function EndBanner({ id }: { id: string }) {
  const { state, ready, pending, onSubmit } = useForm(endBannerAction);
  return (
    <form method="post" onSubmit={onSubmit}>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button button-danger" disabled={!ready || pending}>
        Take it away now
      </button>
    </form>
  );
}
