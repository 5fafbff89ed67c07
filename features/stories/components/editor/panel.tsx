'use client';

import { type ReactNode, useContext } from 'react';
import { SelectField, TextArea, TextField } from '#components/controls/field.tsx';
import { BylineField } from '#features/stories/components/editor/byline-field.tsx';
import type { Fields } from '#features/stories/components/editor/fields.ts';
import { type CountedName, lengthOf } from '#features/stories/components/editor/lengths.ts';
import { SharedLooks } from '#features/stories/components/editor/shared-looks.tsx';
import { TermsField } from '#features/stories/components/editor/terms-field.tsx';
import { namesakesNow } from '#features/stories/components/editor/use-checks.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { KnownPictures } from '#features/stories/components/editor/views/pictures.ts';
import { datelineOpening } from '#features/stories/dateline.ts';
import type { Choices } from '#features/stories/views.ts';
import { directionOf } from '#lib/dates.ts';
import { deskStoryPath, slugify } from '#lib/paths.ts';

/** Fields that are in the language of the story. */
const SPOKEN: ReadonlySet<keyof Fields> = new Set([
  'shortHeadline',
  'searchTitle',
  'searchDescription',
  'datelinePlace',
  'sourceLine',
]);

/** Everything about a story but its text. */
export function Panel({
  editing,
  choices,
  lead,
  discussion,
  more,
}: {
  editing: Editing;
  choices: Choices;
  lead: ReactNode;
  discussion: ReactNode;
  /** What there is about this story besides its fields. */
  more: ReactNode;
}) {
  const { fields, errors, change, view } = editing;
  const pictures = useContext(KnownPictures);
  const disabled = !view.buttons.write.allowed;
  const text = <Name extends keyof Fields>(name: Name) => ({
    id: name,
    name,
    disabled,
    value: String(fields[name] ?? ''),
    error: errors[name],
    ...(SPOKEN.has(name) ? { lang: fields.language, dir: directionOf(fields.language) } : {}),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  /** With how long it is under it; what is too long is said before it is sent. */
  const counted = (name: CountedName, hint = '') => {
    const { note, refused } = lengthOf(name, String(fields[name] ?? ''));
    const { error, ...rest } = text(name);
    return {
      ...rest,
      error: error ?? (refused ? note : undefined),
      hint: [hint, refused ? '' : note].filter(Boolean).join(' ') || undefined,
    };
  };
  return (
    <aside className="panel" aria-label="About the story">
      {more}
      {discussion}
      <Group title="Story" errors={errors} names={['sectionId', 'slug', 'kind', 'language']}>
        <SelectField label="Section" {...text('sectionId')}>
          {choices.sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SlugField editing={editing} choices={choices} />
        <div className="grid grid-cols-2 gap-3">
          <SelectField label="Kind" {...text('kind')}>
            {choices.kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind[0]?.toUpperCase() + kind.slice(1)}
              </option>
            ))}
          </SelectField>
          <SelectField label="Language" {...text('language')}>
            {choices.languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      </Group>
      <Group title="Byline and dateline" errors={errors} names={['bylines', 'datelinePlace']}>
        <BylineField
          bylines={fields.bylines}
          authors={choices.authors}
          disabled={disabled}
          error={errors.bylines}
          onChange={(bylines) => change({ bylines })}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField label="Dateline" placeholder="Astana" {...counted('datelinePlace')} />
          <TextField label="Its date" type="date" {...text('datelineDate')} />
        </div>
        <DatelineNote fields={fields} />
      </Group>
      <Group title="Topics and places" errors={errors} names={['topics', 'places']}>
        <TermsField
          name="topics"
          language={fields.language}
          hint="The first stands above the headline."
          terms={fields.topics}
          disabled={disabled}
          error={errors.topics}
          onChange={(topics) => change({ topics })}
        />
        <TermsField
          name="places"
          language={fields.language}
          hint="Where it happens."
          terms={fields.places}
          disabled={disabled}
          error={errors.places}
          onChange={(places) => change({ places })}
        />
      </Group>
      <Group title="Lead picture" errors={errors} names={['picture']}>
        {lead}
      </Group>
      <Group
        title="Lists, search and sharing"
        errors={errors}
        names={['shortHeadline', 'searchTitle', 'searchDescription', 'sourceLine']}
        closed
      >
        <TextField
          label="Short headline"
          {...counted('shortHeadline', 'For lists, where the headline is too long.')}
        />
        <TextField
          label="Title for search engines"
          placeholder={fields.headline}
          {...counted('searchTitle')}
        />
        <TextArea
          label="Description for search engines"
          rows={3}
          placeholder={fields.standfirst}
          {...counted('searchDescription')}
        />
        <TextField
          label="Source line"
          {...counted('sourceLine', 'Under the text, if it is not the newsroom’s own.')}
        />
        <SharedLooks
          fields={fields}
          choices={choices}
          picture={pictures[fields.picture?.pictureId ?? '']}
        />
      </Group>
      <Group title="Notes to the desk" errors={errors} names={['notes']} className="notes">
        <TextArea
          label="Notes to the desk"
          quiet
          rows={4}
          {...counted('notes', 'Only the newsroom sees them: they never go out.')}
        />
      </Group>
    </aside>
  );
}

/** The dateline as readers get it before the first word. */
function DatelineNote({ fields }: { fields: Fields }) {
  const { datelinePlace, datelineDate, language } = fields;
  if (!datelinePlace) {
    return datelineDate ? (
      <p className="text-note text-soft">A date alone is not shown: it needs a place.</p>
    ) : null;
  }
  const shown = datelineOpening({ place: datelinePlace, date: datelineDate || null }, language);
  return (
    <p className="text-note text-soft">
      Before the first word:{' '}
      <b lang={language} dir={directionOf(language)}>
        {shown}
      </b>
    </p>
  );
}

/** The last part of the address: from the headline, until somebody writes one or readers know it. */
function SlugField({ editing, choices }: { editing: Editing; choices: Choices }) {
  const { fields, errors, change, view } = editing;
  const section = choices.sections.find(({ id }) => id === fields.sectionId);
  const { move } = view.buttons;
  const address = `/${section?.slug ?? ''}/${fields.slug || slugify(fields.headline) || '…'}`;
  const namesakes = namesakesNow(editing).map(({ id, headline }) => (
    <span key={id} className="check check-reason block">
      The same address as <bdi>{headline}</bdi>, which is not published either:{' '}
      <a href={deskStoryPath(id)} className="link">
        open it
      </a>
    </span>
  ));
  return (
    <TextField
      id="slug"
      name="slug"
      label="Address"
      value={fields.slug}
      placeholder={slugify(fields.headline)}
      readOnly={!move.allowed}
      error={errors.slug}
      hint={
        <>
          {move.allowed ? address : move.why}
          {namesakes}
        </>
      }
      spellCheck={false}
      onChange={(event) => change({ slug: event.target.value })}
    />
  );
}

/** A group of fields that can be folded away, and is open while something in it is wrong. */
function Group({
  title,
  names,
  errors,
  closed = false,
  className = '',
  children,
}: {
  title: string;
  names: string[];
  errors: Record<string, string>;
  closed?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const wrong = names.some((name) => errors[name]);
  return (
    <details className={`group ${className}`} open={wrong || !closed}>
      <summary>{title}</summary>
      <div className="grid gap-3 pb-4">{children}</div>
    </details>
  );
}
