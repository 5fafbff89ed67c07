import type { Verdict } from '#features/people/actor.ts';
import type { AssignmentState } from '#features/planning/lifecycle.ts';
import type { StoryState } from '#features/stories/lifecycle.ts';

/** An assignment on the board and in the calendar. */
export type AssignmentView = {
  id: string;
  title: string;
  notes: string;
  section: { id: string; name: string };
  person: { id: string; name: string } | null;
  story: { id: string; headline: string; state: StoryState } | null;
  state: AssignmentState;
  dueAt: Date | null;
  version: number;
  changedAt: Date;
  by: string;
  may: Record<'change' | 'assign' | 'take' | 'move' | 'finish' | 'drop', Verdict>;
};

/** What the lists are narrowed to, as their addresses say it. */
export type PlanningFilter = { person: string | null; section: string | null };

/** What the fields and filters choose from. */
export type PlanningChoices = {
  people: { id: string; name: string }[];
  sections: { id: string; name: string }[];
};

/** Something with a moment in the calendar. */
export type CalendarEntry = {
  key: string;
  at: Date;
  what: 'due' | 'published' | 'changed' | 'taken down' | 'embargo ends';
  title: string;
  language: string;
  section: string;
  person: string;
  to: string;
  /** What was due and is not done. */
  late: boolean;
};
