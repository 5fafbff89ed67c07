import { nameOfState } from '#features/planning/lifecycle.ts';
import type { AssignmentView } from '#features/planning/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { assignmentPath, newAssignmentPath } from '#lib/paths.ts';

type Props = { assignments: AssignmentView[]; storyId: string; timeZone: string };

/** Who is to write a story and until when, under its editor. */
export function StoryAssignments({ assignments, storyId, timeZone }: Props) {
  return (
    <p className="text-note text-soft">
      {assignments.map(({ id, title, person, dueAt, state }) => (
        <span key={id}>
          <a href={assignmentPath(id)} className="link" dir="auto">
            {title}
          </a>
          : {[nameOfState(state), person?.name].filter(Boolean).join(', ')}
          {dueAt && `, due ${dateAndTime(dueAt, { timeZone, language: 'en' })}`}
          {'. '}
        </span>
      ))}
      <a href={newAssignmentPath(storyId)} className="link">
        Plan this story
      </a>
    </p>
  );
}
