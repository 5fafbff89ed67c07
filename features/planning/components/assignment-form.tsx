'use client';

import { useState } from 'react';
import { SelectField, TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { StoryFinderDialog } from '#features/fronts/components/desk/story-finder.tsx';
import { dropAssignmentAction, saveAssignmentAction } from '#features/planning/actions.ts';
import type { AssignmentView, PlanningChoices } from '#features/planning/views.ts';
import { localTime } from '#lib/dates.ts';

type Story = { id: string; headline: string };
type Props = {
  assignment?: AssignmentView;
  /** The story that a new one is about. */
  about?: Story | null;
  choices: PlanningChoices;
  /** Who is signed in. */
  personId: string;
  /** Whether this person may say who writes it and until when; if not, only take it. */
  mayAssign: boolean;
  timeZone: string;
};

/** What is to be written, by whom, until when. */
export function AssignmentForm(props: Props) {
  const { assignment, about = null, choices, personId, mayAssign, timeZone } = props;
  const [fields, setFields] = useState({
    title: assignment?.title ?? about?.headline ?? '',
    notes: assignment?.notes ?? '',
    sectionId: assignment?.section.id ?? choices.sections[0]?.id ?? '',
    personId: assignment?.person?.id ?? '',
    due: assignment?.dueAt ? localTime(assignment.dueAt, timeZone) : '',
  });
  const [story, setStory] = useState<Story | null>(assignment?.story ?? about);
  const [finding, setFinding] = useState(false);
  const { state, ready, pending, onSubmit } = useForm(saveAssignmentAction);
  const { fields: errors } = state;
  const has = assignment?.person;
  const given = has && !choices.people.some((one) => one.id === has.id) ? [has] : [];
  const people = [...given, ...choices.people].filter(
    (one) => mayAssign || one.id === personId || one.id === has?.id,
  );
  const typed = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setFields({ ...fields, [name]: target.value }),
  });
  return (
    <>
      <form method="post" onSubmit={onSubmit} className="grid max-w-prose gap-4" noValidate>
        <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
        <Notice kind="done">{state.status === 'done' && state.message}</Notice>
        {assignment && (
          <>
            <input type="hidden" name="id" value={assignment.id} />
            <input type="hidden" name="version" value={assignment.version} />
          </>
        )}
        <input type="hidden" name="storyId" value={story?.id ?? ''} />
        <TextField label="What" {...typed('title')} error={errors.title} />
        <SelectField label="Section" {...typed('sectionId')} error={errors.sectionId}>
          {choices.sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="Who" {...typed('personId')} error={errors.personId}>
          <option value="">Nobody yet</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={`Due, in ${timeZone}`}
          type="datetime-local"
          {...typed('due')}
          readOnly={!mayAssign}
          hint={mayAssign ? undefined : 'An editor of the section says until when.'}
          error={errors.dueAt}
        />
        <div className="grid gap-1">
          <span className="text-label">Story</span>
          <p className="flex flex-wrap items-center gap-3">
            {story && <span dir="auto">{story.headline}</span>}
            <button type="button" className="button" onClick={() => setFinding(true)}>
              {story ? 'Choose another…' : 'Choose a story…'}
            </button>
            {story && (
              <button type="button" className="link" onClick={() => setStory(null)}>
                Leave it out
              </button>
            )}
          </p>
          {errors.storyId && <p className="text-note text-danger">{errors.storyId}</p>}
        </div>
        <TextArea label="Notes" rows={5} {...typed('notes')} error={errors.notes} />
        <button
          type="submit"
          className="button button-primary justify-self-start"
          disabled={!ready || pending}
        >
          {assignment ? 'Save' : 'Put it on the board'}
        </button>
      </form>
      {finding && (
        <StoryFinderDialog
          title="Story of the assignment"
          timeZone={timeZone}
          onChoose={setStory}
          onClose={() => setFinding(false)}
        />
      )}
    </>
  );
}

/** Takes it off the board; what it was stays in the log. */
export function DropAssignment({ id, version }: { id: string; version: number }) {
  const { state, ready, pending, onSubmit } = useForm(dropAssignmentAction);
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-3">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <button type="submit" className="button justify-self-start" disabled={!ready || pending}>
        Take it off the board
      </button>
    </form>
  );
}
