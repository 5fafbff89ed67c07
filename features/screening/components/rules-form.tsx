'use client';

import { SelectField, TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { commentRulesAction } from '#features/screening/actions.ts';
import type { RulesAt } from '#features/screening/desk.ts';

const MODERATION = {
  pre: 'Every comment is read before it appears',
  post: 'Comments appear at once, unless something speaks against it',
} as const;

const FIRST: Record<string, string> = { undefined: '', true: 'yes', false: 'no' };

const NUMBERS = [
  [
    'closeAfterDays',
    'Days after which comments close',
    'Counted from the day on which the story came out. 0: never.',
  ],
  [
    'slowSeconds',
    'Slow mode: seconds between two comments of one person',
    'For a discussion that boils over. 0: as they come. At most 3600.',
  ],
  ['maxLinks', 'Links that may pass', 'A comment with more of them is held.'],
  ['maxLength', 'Longest comment, in characters', 'From 100 to 5000.'],
] as const;

const WORDS = [
  ['holdWords', 'Words that hold a comment'],
  ['spamWords', 'Words that make it spam'],
  ['rejectWords', 'Words that reject it'],
] as const;

/** What is asked of comments at a place. What is left empty is as the wider place has it. */
export function RulesForm({ rules: { of, id, own, wider, verdict } }: { rules: RulesAt }) {
  const { state, ready, pending, onSubmit } = useForm(commentRulesAction);
  const wrong = state.fields;
  const site = of === 'site';
  const wideName = site ? 'As Dateline comes' : 'As the wider place has it';
  const shared = { disabled: !verdict.ok };
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-md gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      {!verdict.ok && <p className="notice">{verdict.why}</p>}
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...shared}
        label="When comments appear"
        name="moderation"
        defaultValue={own.moderation ?? ''}
        error={wrong.moderation}
        hint="Where they appear at once, everybody can see whether somebody’s did: a ban or a first comment shows by that."
      >
        <option value="">
          {wideName}: {MODERATION[wider.moderation].toLowerCase()}
        </option>
        <option value="pre">{MODERATION.pre}</option>
        <option value="post">{MODERATION.post}</option>
      </SelectField>
      <SelectField
        {...shared}
        label="The first comment of somebody"
        name="firstComment"
        defaultValue={FIRST[String(own.firstComment)]}
        error={wrong.firstComment}
      >
        <option value="">
          {wideName}: {wider.firstComment ? 'waits' : 'is like any other'}
        </option>
        <option value="yes">Waits, also where others appear at once</option>
        <option value="no">Is like any other</option>
      </SelectField>
      {NUMBERS.map(([name, label, hint]) => (
        <TextField
          {...shared}
          key={name}
          label={label}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={own[name] ?? ''}
          placeholder={String(wider[name])}
          error={wrong[name]}
          hint={hint}
        />
      ))}
      {WORDS.map(([name, label]) => (
        <TextArea
          {...shared}
          key={name}
          label={label}
          name={name}
          rows={4}
          dir="auto"
          defaultValue={(own[name] ?? []).join('\n')}
          error={wrong[name]}
          hint={
            wider[name].length > 0
              ? `One a line, or with commas between them; * stands for any letters. ${wider[name].length} more of the wider place count here too.`
              : 'One a line, or with commas between them; * stands for any letters: casino*.'
          }
        />
      ))}
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending || !verdict.ok}
      >
        Save
      </button>
    </form>
  );
}
