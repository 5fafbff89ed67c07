'use client';

import { bodyText } from '#features/stories/body.ts';
import { type Draft, draftOf, type Fields } from '#features/stories/components/editor/fields.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { clockTime } from '#lib/dates.ts';

const NAMES: [keyof Fields, string][] = [
  ['headline', 'Headline'],
  ['standfirst', 'Standfirst'],
  ['shortHeadline', 'Short headline'],
  ['searchTitle', 'Title for search engines'],
  ['searchDescription', 'Description for search engines'],
  ['datelinePlace', 'Dateline'],
  ['datelineDate', 'Date of the dateline'],
  ['bylines', 'Byline'],
  ['topics', 'Topics'],
  ['places', 'Places'],
  ['picture', 'Lead picture'],
  ['sourceLine', 'Source line'],
  ['notes', 'Notes to the desk'],
];

/** Two people wrote at once. Both texts are here, whole; whichever is not taken is kept. */
export function Conflict({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { theirs, fields, readBody, settle, busy } = editing;
  if (!theirs) return null;
  const mine: Draft = { fields, body: readBody() };
  const other = draftOf(theirs);
  const differing = NAMES.map(([name, words]) => ({
    words,
    mine: shown(mine.fields[name]),
    theirs: shown(other.fields[name]),
  })).filter((row) => row.mine !== row.theirs);
  const texts = { mine: bodyText(mine.body), theirs: bodyText(other.body) };
  const at = clockTime(theirs.changedAt, { timeZone, language: 'en' });
  return (
    <section className="conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict" className="text-lg font-semibold">
        {theirs.changedBy} saved revision {theirs.revisionNumber} at {at}, while you were writing
      </h2>
      <p>Nothing is overwritten and nothing is lost. Which text goes on?</p>
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button button-primary"
          disabled={busy !== null}
          onClick={() => void settle('mine')}
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
      <div className="conflict-texts">
        <TextOf
          title="Yours"
          rows={differing.map((row) => [row.words, row.mine])}
          text={texts.mine}
        />
        <TextOf
          title={theirs.changedBy}
          rows={differing.map((row) => [row.words, row.theirs])}
          text={texts.theirs}
        />
      </div>
      {texts.mine === texts.theirs && (
        <p className="text-soft">The words of both texts are the same.</p>
      )}
    </section>
  );
}

function TextOf({ title, rows, text }: { title: string; rows: string[][]; text: string }) {
  return (
    <div>
      <h3 className="text-label">{title}</h3>
      <dl>
        {rows.map(([words, value]) => (
          <div key={words}>
            <dt className="text-note text-soft">{words}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard. */}
      <section className="conflict-text" tabIndex={0} aria-label={`Text: ${title}`}>
        {text}
      </section>
    </div>
  );
}

function shown(value: Fields[keyof Fields]): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return [value.caption, value.credit, value.alt].join(' · ');
  return value.map((one) => (typeof one === 'string' ? one : one.name)).join(', ');
}
