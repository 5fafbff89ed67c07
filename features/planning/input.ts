import { z } from 'zod';
import { ASSIGNMENT_STATES } from '#db/schema/planning.ts';
import { lineOf, textOf } from '#lib/text.ts';

const Id = z.string().regex(/^[0-9a-z]{1,40}$/);
const OptionalId = Id.nullable().default(null);
const Version = z.int().min(1).max(1_000_000_000);
const due = z.coerce.date('Please give a date and a time.').nullable().default(null);

export const AssignmentInput = z.object({
  title: lineOf(200, 1),
  notes: textOf(5_000).default(''),
  sectionId: Id,
  personId: OptionalId,
  storyId: OptionalId,
  dueAt: due,
});

export type AssignmentInput = z.infer<typeof AssignmentInput>;

export const ChangeInput = AssignmentInput.extend({ id: Id, version: Version });

export const MoveInput = z.object({ id: Id, version: Version, to: z.enum(ASSIGNMENT_STATES) });

export const DropInput = z.object({ id: Id, version: Version });
