'use client';

import { useState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import type { Pair } from '#features/stories/compare.ts';
import { Comparison } from '#features/stories/components/comparison/comparison.tsx';
import { draftOf, sameDraft } from '#features/stories/components/editor/fields.ts';
import {
  beginMerge,
  type Choice,
  type Merge,
  mergedDraft,
} from '#features/stories/components/editor/merging.ts';
import type { Conflicting, Editing } from '#features/stories/components/editor/use-editing.ts';
import type { Choices } from '#features/stories/views.ts';
import { clockTime } from '#lib/dates.ts';

type Props = { editing: Editing; conflict: Conflicting; choices: Choices; timeZone: string };

/** Two people wrote at once. Both texts are here, whole, and each place can be taken from either. */
export function Conflict({ editing, conflict, choices, timeZone }: Props) {
  const { settle, busy, draft } = editing;
  const { theirs } = conflict;
  const begin = () => {
    const texts = { mine: draft(), theirs: draftOf(theirs), base: conflict.base };
    return { texts, merge: beginMerge(texts, choices.sections) };
  };
  const [{ texts, merge }, setState] = useState(begin);
  const [anew, setAnew] = useState(false);
  const setMerge = (next: Merge) => setState({ texts, merge: next });
  const saveChosen = () => {
    if (sameDraft(texts.mine, draft())) {
      void settle(mergedDraft(texts, merge));
      return;
    }
    setState(begin());
    setAnew(true);
  };
  const contested = [...merge.fields, ...merge.pairs].filter((place) => place.contested).length;
  const at = clockTime(theirs.changedAt, { timeZone, language: 'en' });
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict" className="text-lg font-semibold">
        {theirs.changedBy} saved revision {theirs.revisionNumber} at {at}, while you were writing
      </h2>
      <p>
        Nothing is overwritten and nothing is lost. {summary(merge, contested)} Whatever you do not
        take stays: theirs as a revision, yours kept aside.
      </p>
      <Comparison
        caption="Your text beside theirs"
        kind="sides"
        titles={['Yours', theirs.changedBy]}
        fields={merge.fields}
        pairs={merge.pairs.map((place) => place.pair)}
        language={texts.mine.fields.language}
        aside={{
          title: 'Goes on',
          ofField: (index) => (
            <Chooser
              name={`field-${index}`}
              what={merge.fields[index]?.label ?? ''}
              place={merge.fields[index]}
              words={{ mine: 'Yours', theirs: 'Theirs' }}
              onChoose={(choice) => setMerge(withChoice(merge, 'fields', index, choice))}
            />
          ),
          ofPair: (index) => (
            <Chooser
              name={`place-${index}`}
              what="this place"
              place={merge.pairs[index]}
              words={wordsFor(merge.pairs[index]?.pair)}
              onChoose={(choice) => setMerge(withChoice(merge, 'pairs', index, choice))}
            />
          ),
        }}
      />
      <Notice kind="problem">
        {anew && 'You have typed since: the texts are compared anew. Please look again.'}
      </Notice>
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button button-primary"
          disabled={busy !== null}
          onClick={saveChosen}
        >
          Save what is chosen as the next revision
        </button>
        <button
          type="button"
          className="button"
          disabled={busy !== null}
          onClick={() => void settle(draft())}
        >
          Save mine as the next revision
        </button>
        <button
          type="button"
          className="button"
          disabled={busy !== null}
          onClick={() => void settle('theirs')}
        >
          Go on with theirs, keep mine aside
        </button>
      </p>
    </section>
  );
}

function summary({ fields, pairs }: Merge, contested: number): string {
  const differing = fields.length + pairs.filter(({ pair }) => pair.kind !== 'same').length;
  if (differing === 0) return 'Both texts say the same.';
  if (contested === 0) return 'You changed different places: what each of you did is chosen.';
  const places = contested === 1 ? 'One place was' : `${contested} places were`;
  return `${places} changed by both of you: choose there; until you do, both texts go on.`;
}

function withChoice(merge: Merge, list: 'fields' | 'pairs', index: number, choice: Choice): Merge {
  const change = <Place extends { choice: Choice }>(places: Place[]) =>
    places.map((place, n) => (n === index ? { ...place, choice } : place));
  return list === 'fields'
    ? { ...merge, fields: change(merge.fields) }
    : { ...merge, pairs: change(merge.pairs) };
}

const CHOICES: readonly Choice[] = ['mine', 'theirs', 'both'];

/** A block that only one of the texts has is kept or left out. */
function wordsFor(pair: Pair | undefined): Partial<Record<Choice, string>> {
  if (pair?.kind === 'removed') return { mine: 'Keep it', theirs: 'Leave it out' };
  if (pair?.kind === 'added') return { theirs: 'Keep it', mine: 'Leave it out' };
  return { mine: 'Yours', theirs: 'Theirs', both: 'Both' };
}

function Chooser({
  name,
  what,
  place,
  words,
  onChoose,
}: {
  name: string;
  what: string;
  place: { choice: Choice; contested: boolean } | undefined;
  /** What can be chosen, in what words. */
  words: Partial<Record<Choice, string>>;
  onChoose: (choice: Choice) => void;
}) {
  if (!place) return null;
  return (
    <fieldset className={place.contested ? 'choice choice-contested' : 'choice'}>
      <legend className="sr-only">
        Which text goes on for {what}
        {place.contested && ', which both of you changed'}
      </legend>
      {CHOICES.filter((choice) => words[choice]).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            checked={place.choice === choice}
            onChange={() => onChoose(choice)}
          />
          {words[choice]}
        </label>
      ))}
    </fieldset>
  );
}
